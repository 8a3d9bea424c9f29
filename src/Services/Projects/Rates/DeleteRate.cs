using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Rates;

internal static class DeleteRate
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/rates/{rateId:guid}", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(DeleteRate)).WithSummary("Delete a rate; the one before it counts again");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid rateId, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.DeleteAsync(RateResponse.Kind, new PartTarget(id, rateId, caller.Id, ifMatch), Permissions.ProjectEdit, ct, (open, rate) =>
        {
            rate.TenantId = open.Project.WorkspaceId;
            return Task.FromResult<Problem?>(null);
        });
}
