using Waymark.Platform.Security;
using Waymark.Users.Access;
using Waymark.Users.Members;

namespace Waymark.Users.Invitations;

public sealed record CreateWorkspaceInvitationRequest([property: Required, EmailAddress, StringLength(254)] string? Email, string? Role);

internal static class CreateWorkspaceInvitation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/workspaces/{id:guid}/invitations", HandleAsync).RequirePermission(Permissions.WorkspaceMembersManage)
            .WithName(nameof(CreateWorkspaceInvitation)).WithSummary("Invite an address to a workspace by a link");

    /// <summary>A new link for the address; the one before becomes worthless.</summary>
    internal static async Task<CreatedAnswer<WorkspaceMemberResponse>> InviteAsync(
        UsersDbContext db, Workspace workspace, string email, string role, HttpContext http, CancellationToken ct)
    {
        var (address, folded, now) = (email.Trim(), Arrival.Fold(email), db.Scope.Now);
        var token = OpaqueToken.Create(OpaqueToken.Invitation);
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.WorkspaceId == workspace.Id && i.Folded == folded, ct);
        if (invitation is null)
        {
            invitation = new WorkspaceInvitation { Id = Guid.CreateVersion7(now), WorkspaceId = workspace.Id, Email = address, Folded = folded, CreatedAt = now };
            db.Invitations.Add(invitation);
        }

        invitation.Renew(role, db.Scope.Request.ActorId!.Value, OpaqueToken.HashOf(token), now);
        // Not kept for a repeat by Idempotency-Key: the link is a credential.
        await db.SaveChangesAsync(ct);
        return Answers.Created(
            $"/api/workspaces/{workspace.Id}/invitations", WorkspaceMemberResponse.Of(invitation, PublicLink.To(http, "/workspace-invitations/" + token)));
    }

    private static Task<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>> HandleAsync(
        Guid id, CreateWorkspaceInvitationRequest request, Caller caller, WorkspaceDoor door, HttpContext http, CancellationToken ct) =>
        door.Db.DecideAsync<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("workspace");
            }

            var problem = WorkspaceMemberRules.CheckRole(request.Role, out var role)
                ?? WorkspaceMemberRules.DemandManage(open, WorkspaceRoles.Rank(role))
                ?? WorkspaceMemberRules.CheckOwner(open.Workspace, role);
            return problem is not null ? problem : await InviteAsync(door.Db, open.Workspace, request.Email!, role, http, ct);
        });
}
