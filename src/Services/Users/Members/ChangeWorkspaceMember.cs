using Waymark.Users.Access;

namespace Waymark.Users.Members;

public sealed record ChangeWorkspaceMemberRequest([property: Required, OneOf(typeof(WorkspaceRoles))] string? Role);

internal static class ChangeWorkspaceMember
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/workspaces/{id:guid}/members/{userId:guid}", HandleAsync).RequirePermission(Permissions.WorkspaceMembersManage)
            .MayRefuse(WorkspaceMemberRules.LastOwner, WorkspaceMemberRules.PersonalWorkspace).WithName(nameof(ChangeWorkspaceMember)).WithSummary("Give a member of a workspace another role");

    private static async Task<Results<Answer<WorkspaceMemberResponse>, Problem>> HandleAsync(
        Guid id, Guid userId, ChangeWorkspaceMemberRequest request, Caller caller, WorkspaceDoor door, CancellationToken ct)
    {
        var role = request.Role!;
        var person = await door.Db.Profiles.AsNoTracking().FirstOrDefaultAsync(p => p.Id == userId, ct);
        return await door.ChangeAsync(id, caller.Id, open =>
        {
            var workspace = open.Workspace;
            var rank = workspace.RankOf(userId);
            var problem = WorkspaceMemberRules.DemandManage(open, rank, WorkspaceRoles.Rank(role))
                ?? (rank == 0 ? Problems.NotFound("member") : null)
                ?? (role != WorkspaceRoles.Owner && workspace.IsLastOwner(userId) ? WorkspaceMemberRules.LastOwner.Because() : null)
                ?? (rank < WorkspaceMember.OwnerRank ? WorkspaceMemberRules.CheckOwner(workspace, role) : null);
            if (problem is null && rank != WorkspaceRoles.Rank(role))
            {
                workspace.SetRole(userId, role, door.Db.Scope.Now);
                door.Db.Tell(workspace, state => new WorkspaceMemberChanged(state, userId, role));
            }

            return problem;
        }, open => Answers.Ok(WorkspaceMemberResponse.Of(open.Workspace.Find(userId)!, person?.DisplayName, person?.AvatarUrl, person?.Email)), ct);
    }
}
