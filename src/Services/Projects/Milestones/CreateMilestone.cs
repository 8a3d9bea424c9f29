using Waymark.Projects.Parts;

namespace Waymark.Projects.Milestones;

internal static class CreateMilestone
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/milestones", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName(nameof(CreateMilestone)).WithSummary("Create a milestone in a project");

    private static Task<Results<CreatedAnswer<MilestoneResponse>, Problem>> HandleAsync(
        Guid id, MilestoneInput request, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.AddAsync(MilestoneResponse.Kind, id, caller.Id, Permissions.ProjectEdit, open =>
        {
            var now = parts.Db.Scope.Now;
            var milestone = new Milestone { Id = Guid.CreateVersion7(now), ProjectId = id, WorkspaceId = open.Project.WorkspaceId, CreatedAt = now };
            return Task.FromResult(request.CopyTo(milestone, now) is { } problem ? (null, problem) : ((Milestone?)milestone, (Problem?)null));
        }, ct);
}
