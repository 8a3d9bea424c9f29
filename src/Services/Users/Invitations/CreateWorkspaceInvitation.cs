using Waymark.Platform.Security;
using Waymark.Users.Access;
using Waymark.Users.Members;

namespace Waymark.Users.Invitations;

public sealed record CreateWorkspaceInvitationRequest([property: Required, EmailAddress, StringLength(254)] string? Email, [property: OneOf(typeof(WorkspaceRoles))] string? Role);

internal static class CreateWorkspaceInvitation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/workspaces/{id:guid}/invitations", HandleAsync).RequirePermission(Permissions.WorkspaceMembersManage).WithMetadata(new Unrepeatable())
            .MayRefuse(WorkspaceMemberRules.AlreadyMember, WorkspaceMemberRules.TooManyMembers, WorkspaceMemberRules.PersonalWorkspace).WithName(nameof(CreateWorkspaceInvitation)).WithSummary("Invite an address to a workspace by a link");

    /// <summary>A new link for the address; the one before becomes worthless.</summary>
    internal static async Task<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>> InviteAsync(
        UsersDbContext db, Workspace workspace, string email, string role, HttpContext http, CancellationToken ct)
    {
        var (address, folded, now) = (email.Trim(), Arrival.Fold(email), db.Scope.Now);
        if (await RefuseAsync(db, workspace, folded, now, ct) is { } refused)
        {
            return refused;
        }

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

    private static async Task<Problem?> RefuseAsync(UsersDbContext db, Workspace workspace, string folded, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Profiles.AnyAsync(p => p.EmailFolded == folded && db.Members.Any(m => m.WorkspaceId == workspace.Id && m.UserId == p.Id), ct))
        {
            return WorkspaceMemberRules.AlreadyMember.Because();
        }

        var waiting = await db.Invitations.CountAsync(i => i.WorkspaceId == workspace.Id && i.Folded != folded && i.ExpiresAt > now, ct);
        return workspace.Members.Count + waiting >= Workspace.MaxMembers ? WorkspaceMemberRules.TooManyMembers.Because() : null;
    }

    private static Task<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>> HandleAsync(
        Guid id, CreateWorkspaceInvitationRequest request, Caller caller, WorkspaceDoor door, HttpContext http, CancellationToken ct) =>
        door.Db.DecideAsync<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("workspace");
            }

            var role = request.Role ?? WorkspaceRoles.Member;
            var problem = WorkspaceMemberRules.DemandManage(open, WorkspaceRoles.Rank(role))
                ?? WorkspaceMemberRules.CheckOwner(open.Workspace, role);
            return problem is not null ? problem : await InviteAsync(door.Db, open.Workspace, request.Email!, role, http, ct);
        });
}
