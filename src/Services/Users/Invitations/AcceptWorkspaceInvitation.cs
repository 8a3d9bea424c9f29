using Waymark.Platform.Security;
using Waymark.Users.Access;
using Waymark.Users.Members;
using Waymark.Users.Workspaces;

namespace Waymark.Users.Invitations;

/// <summary>What an invitation says to whoever holds its link.</summary>
public sealed record WorkspaceInvitationResponse(string WorkspaceName, string InviterName, string Email, DateTimeOffset ExpiresAt);

/// <summary>Takes the place that an invitation keeps. The link is the right: it need not be the invited address that signs in.</summary>
internal static class AcceptWorkspaceInvitation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/workspace-invitations/{token}", PreviewAsync).RequirePermission(Permissions.Public)
            .WithName("GetWorkspaceInvitation").WithSummary("Read the invitation behind a link to a workspace");
        routes.MapPost("/api/workspace-invitations/{token}/accept", AcceptAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(WorkspaceMemberRules.TooManyMembers).WithName(nameof(AcceptWorkspaceInvitation)).WithSummary("Accept an invitation to a workspace");
    }

    private static Problem Missing { get; } = Problems.NotFound("invitation, or it was used or has run out");

    private static async Task<Results<Answer<WorkspaceInvitationResponse>, Problem>> PreviewAsync(string token, UsersDbContext db, CancellationToken ct)
    {
        if (await FindAsync(db, token, ct) is not { } invitation
            || await db.Workspaces.Where(w => w.Id == invitation.WorkspaceId && w.DeletedAt == null).Select(w => w.Name).FirstOrDefaultAsync(ct) is not { } name)
        {
            return Missing;
        }

        var inviter = await db.Profiles.Where(p => p.Id == invitation.InviterId).Select(p => p.DisplayName).FirstOrDefaultAsync(ct);
        return Answers.Ok(new WorkspaceInvitationResponse(name, inviter ?? "", invitation.Email, invitation.ExpiresAt));
    }

    private static Task<Results<Answer<WorkspaceResponse>, Problem>> AcceptAsync(string token, Caller caller, WorkspaceDoor door, CancellationToken ct) =>
        door.Db.DecideAsync<Results<Answer<WorkspaceResponse>, Problem>>(async () =>
        {
            var db = door.Db;
            if (await FindAsync(db, token, ct) is not { } invitation || await door.ReadAsync(invitation.WorkspaceId, ct) is not { } workspace)
            {
                return Missing;
            }

            var (rank, role) = (workspace.RankOf(caller.Id), WorkspaceRoles.OfRank(invitation.Rank));
            if (rank == 0 && workspace.Members.Count >= Workspace.MaxMembers)
            {
                return WorkspaceMemberRules.TooManyMembers.Because();
            }

            db.Invitations.Remove(invitation);
            // Somebody who came in as a guest of a project rises; nobody falls.
            if (rank < invitation.Rank)
            {
                workspace.SetRole(caller.Id, role, db.Scope.Now);
                db.Tell(workspace, state => rank == 0 ? new WorkspaceMemberAdded(state, caller.Id, role) : new WorkspaceMemberChanged(state, caller.Id, role));
            }

            return await db.CommitAsync(WorkspaceResponse.AnswerOf(new OpenWorkspace(workspace, workspace.RankOf(caller.Id))), ct);
        });

    private static async Task<WorkspaceInvitation?> FindAsync(UsersDbContext db, string token, CancellationToken ct)
    {
        if (!OpaqueToken.IsOne(OpaqueToken.Invitation, token))
        {
            return null;
        }

        var (hash, now) = (OpaqueToken.HashOf(token), db.Scope.Now);
        return await db.Invitations.FirstOrDefaultAsync(i => i.TokenHash == hash && i.ExpiresAt > now, ct);
    }
}
