using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Releases;

internal static class CreateRelease
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/releases", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(CreateRelease)).WithSummary("Plan a release of a project");

    private static Task<Results<CreatedAnswer<ReleaseResponse>, Problem>> HandleAsync(
        Guid id, ReleaseInput request, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.AddAsync(ReleaseResponse.Kind, id, caller.Id, Permissions.ProjectEdit, async open =>
        {
            var now = parts.Db.Scope.Now;
            var release = new Release { Id = Guid.CreateVersion7(now), ProjectId = id, WorkspaceId = open.Project.WorkspaceId, CreatedAt = now };
            return await request.CopyToAsync(release, parts.Db, ct) is { } problem ? (null, problem) : (release, null);
        }, ct);
}
