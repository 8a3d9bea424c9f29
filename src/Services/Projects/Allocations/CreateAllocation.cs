using Waymark.Projects.Parts;

namespace Waymark.Projects.Allocations;

internal static class CreateAllocation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/allocations", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName(nameof(CreateAllocation)).WithSummary("Plan hours of somebody for a project");

    private static Task<Results<CreatedAnswer<AllocationResponse>, Problem>> HandleAsync(
        Guid id, AllocationInput request, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.AddAsync(AllocationResponse.Kind, id, caller.Id, Permissions.ProjectEdit, open =>
        {
            var now = parts.Db.Scope.Now;
            var allocation = new Allocation { Id = Guid.CreateVersion7(now), ProjectId = id, WorkspaceId = open.Project.WorkspaceId, CreatedAt = now };
            return Task.FromResult(request.CopyTo(allocation, open.Project) is { } problem ? (null, problem) : ((Allocation?)allocation, (Problem?)null));
        }, ct);
}
