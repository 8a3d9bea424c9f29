using Waymark.Users.Access;
using Waymark.Users.Members;

namespace Waymark.Users.Invitations;

public sealed record CreateWorkspaceInvitationRequest([property: Required, EmailAddress, StringLength(254)] string? Email, [property: OneOf(typeof(WorkspaceRoles))] string? Role);

internal static class CreateWorkspaceInvitation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/workspaces/{id:guid}/invitations", HandleAsync).RequirePermission(Permissions.WorkspaceMembersManage).WithMetadata(new Unrepeatable())
            .MayRefuse(WorkspaceMemberRules.AlreadyMember, WorkspaceMemberRules.TooManyMembers, WorkspaceMemberRules.PersonalWorkspace).WithName(nameof(CreateWorkspaceInvitation)).WithSummary("Invite an address to a workspace by a link");

    private static Task<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>> HandleAsync(
        Guid id, CreateWorkspaceInvitationRequest request, Caller caller, WorkspaceDoor door, InviteToWorkspace inviting, HttpContext http, CancellationToken ct) =>
        door.Db.DecideAsync<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("workspace");
            }

            var role = request.Role ?? WorkspaceRoles.Member;
            var problem = WorkspaceMemberRules.DemandManage(open, WorkspaceRoles.Rank(role))
                ?? WorkspaceMemberRules.CheckOwner(open.Workspace, role);
            return problem is not null ? problem : await inviting.InviteAsync(open.Workspace, request.Email!, role, caller.Id, http, ct);
        });
}
