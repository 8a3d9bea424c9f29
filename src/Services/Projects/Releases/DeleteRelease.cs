using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Releases;

internal static class DeleteRelease
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/releases/{releaseId:guid}", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(DeleteRelease)).WithSummary("Delete a release; its milestones stay");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid releaseId, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.DeleteAsync(ReleaseResponse.Kind, new PartTarget(id, releaseId, caller.Id, ifMatch), Permissions.ProjectEdit, ct);
}
