using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Milestones;

internal static class DeleteMilestone
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/milestones/{milestoneId:guid}", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(DeleteMilestone)).WithSummary("Delete a milestone; it leaves every task that belongs to it");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid milestoneId, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.DeleteAsync(MilestoneResponse.Kind, new PartTarget(id, milestoneId, caller.Id, ifMatch), Permissions.ProjectEdit, ct);
}
