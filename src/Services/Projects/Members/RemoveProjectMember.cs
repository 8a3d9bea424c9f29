using Waymark.Projects.Access;

namespace Waymark.Projects.Members;

/// <summary>Ends a membership: a manager's act, or, for oneself, leaving, which needs no right and works in the archive too.</summary>
internal static class RemoveProjectMember
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/members/{userId:guid}", HandleAsync).RequirePermission(Permissions.ProjectMembersManage)
            .MayRefuse(OpenProject.ProjectArchived, MemberRules.LastOwner).WithName(nameof(RemoveProjectMember)).WithSummary("Remove a member from a project, or leave it");

    private static Task<Results<Deleted, Problem>> HandleAsync(Guid id, Guid userId, Caller caller, ProjectChange change, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, (open, draft) =>
        {
            var rank = draft.RankOf(userId);
            if (userId != caller.Id && MemberRules.DemandManage(open, rank) is { } refused)
            {
                return refused;
            }

            if (rank == 0)
            {
                return Problems.NotFound("member");
            }

            if (draft.IsLastOwner(userId))
            {
                return MemberRules.LastOwner.Because();
            }

            draft.Remove(userId);
            return null;
        }, _ => Answers.Deleted(), ct);
}
