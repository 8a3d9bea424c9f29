using Waymark.Contracts.Users;
using Waymark.Platform.Security;

namespace Waymark.Projects.Invitations;

/// <summary>What an invitation says to whoever holds its link.</summary>
public sealed record InvitationResponse(string ProjectName, string InviterName, string Email, DateTimeOffset ExpiresAt);

internal static class GetInvitation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/invitations/{token}", HandleAsync).RequirePermission(Permissions.Public)
            .WithName(nameof(GetInvitation)).WithSummary("Read the invitation behind a link");

    private static async Task<Results<Answer<InvitationResponse>, Problem>> HandleAsync(
        string token, ProjectsDbContext db, IUserDirectory directory, CancellationToken ct)
    {
        if (await FindAsync(db, token, ct) is not { } invitation)
        {
            return Missing;
        }

        var project = await db.Projects.AsNoTracking().Where(p => p.Id == invitation.ProjectId && p.DeletedAt == null).Select(p => p.Name).FirstOrDefaultAsync(ct);
        if (project is null)
        {
            return Missing;
        }

        var inviter = await directory.FindAsync([invitation.InviterId], ct) is [var known] ? known.DisplayName : "";
        return Answers.Ok(new InvitationResponse(project, inviter, invitation.Email, invitation.ExpiresAt));
    }

    internal static Problem Missing { get; } = Problems.NotFound("invitation, or it was used or has run out");

    /// <summary>The invitation that a token opens, tracked; null when there is none any more.</summary>
    internal static async Task<Invitation?> FindAsync(ProjectsDbContext db, string token, CancellationToken ct)
    {
        if (!OpaqueToken.IsOne(OpaqueToken.Invitation, token))
        {
            return null;
        }

        var (hash, now) = (OpaqueToken.HashOf(token), db.Scope.Now);
        return await db.Invitations.FirstOrDefaultAsync(i => i.TokenHash == hash && i.ExpiresAt > now, ct);
    }
}
