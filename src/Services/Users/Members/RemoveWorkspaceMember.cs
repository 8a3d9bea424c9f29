using Waymark.Users.Access;

namespace Waymark.Users.Members;

/// <summary>Ends a membership: an admin's act, or, for oneself, leaving. The projects of the workspace follow.</summary>
internal static class RemoveWorkspaceMember
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/workspaces/{id:guid}/members/{userId:guid}", HandleAsync).RequirePermission(Permissions.WorkspaceMembersManage)
            .MayRefuse(WorkspaceMemberRules.LastOwner).WithName(nameof(RemoveWorkspaceMember)).WithSummary("Remove a member from a workspace, or leave it");

    private static Task<Results<Deleted, Problem>> HandleAsync(Guid id, Guid userId, Caller caller, WorkspaceDoor door, CancellationToken ct) =>
        door.ChangeAsync(id, caller.Id, open =>
        {
            var workspace = open.Workspace;
            var rank = workspace.RankOf(userId);
            var problem = (userId == caller.Id ? null : WorkspaceMemberRules.DemandManage(open, rank))
                ?? (rank == 0 ? Problems.NotFound("member") : null)
                ?? (workspace.IsLastOwner(userId) ? WorkspaceMemberRules.LastOwner.Because() : null);
            if (problem is null)
            {
                workspace.Remove(userId);
                door.Db.Tell(workspace, state => new WorkspaceMemberRemoved(state, userId));
            }

            return problem;
        }, _ => Answers.Deleted(), ct);
}
