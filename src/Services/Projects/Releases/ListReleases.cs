using Waymark.Projects.Parts;

namespace Waymark.Projects.Releases;

internal static class ListReleases
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/releases", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListReleases)).WithSummary("List the releases of a project");
        routes.MapGet("/api/projects/{id:guid}/releases/{releaseId:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetRelease").WithSummary("Read a release");
    }

    private static Task<Results<Answer<Page<ReleaseResponse>>, Problem>> ListAsync(
        Guid id, [AsParameters] PartListQuery query, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.ListAsync(ReleaseResponse.Kind, id, query, caller.Id, all => all, ct);

    private static Task<Results<Answer<ReleaseResponse>, Problem>> GetAsync(
        Guid id, Guid releaseId, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.GetAsync(ReleaseResponse.Kind, id, releaseId, caller.Id, ct);
}
