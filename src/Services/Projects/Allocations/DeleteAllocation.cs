using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Allocations;

internal static class DeleteAllocation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/allocations/{allocationId:guid}", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(DeleteAllocation)).WithSummary("Take an allocation back");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid allocationId, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.DeleteAsync(AllocationResponse.Kind, new PartTarget(id, allocationId, caller.Id, ifMatch), Permissions.ProjectEdit, ct);
}
