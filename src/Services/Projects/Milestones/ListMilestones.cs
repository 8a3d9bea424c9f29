using Waymark.Projects.Parts;

namespace Waymark.Projects.Milestones;

internal static class ListMilestones
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/milestones", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListMilestones)).WithSummary("List the milestones of a project");
        routes.MapGet("/api/projects/{id:guid}/milestones/{milestoneId:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetMilestone").WithSummary("Read a milestone");
    }

    private static Task<Results<Answer<Page<MilestoneResponse>>, Problem>> ListAsync(
        Guid id, [AsParameters] PartListQuery query, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.ListAsync(MilestoneResponse.Kind, id, query, caller.Id, all => all, ct);

    private static Task<Results<Answer<MilestoneResponse>, Problem>> GetAsync(
        Guid id, Guid milestoneId, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.GetAsync(MilestoneResponse.Kind, id, milestoneId, caller.Id, ct);
}
