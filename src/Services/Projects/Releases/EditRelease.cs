using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Releases;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditRelease
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{id:guid}/releases/{releaseId:guid}", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName("ReplaceRelease").WithSummary("Replace the writable members of a release");
        routes.MapPatch("/api/projects/{id:guid}/releases/{releaseId:guid}", PatchAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName("EditRelease").WithSummary("Change some members of a release");
    }

    private static Task<Results<Answer<ReleaseResponse>, Problem>> ReplaceAsync(
        Guid id, Guid releaseId, ReleaseInput request, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, releaseId, caller.Id, ifMatch), _ => request, ct);

    private static Task<Results<Answer<ReleaseResponse>, Problem>> PatchAsync(
        Guid id, Guid releaseId, MergePatch<ReleaseInput> patch, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, releaseId, caller.Id, ifMatch), release => patch.ApplyTo(ReleaseInput.Of(release)), ct);

    private static Task<Results<Answer<ReleaseResponse>, Problem>> ChangeAsync(
        ProjectParts parts, PartTarget target, Func<Release, ReleaseInput> inputOf, CancellationToken ct) =>
        parts.ChangeAsync(ReleaseResponse.Kind, target, Permissions.ProjectEdit, async (_, release) =>
        {
            var input = inputOf(release);
            var draft = release.Draft();
            var problem = Shape.Check(input) is { } errors ? Problems.Invalid(errors) : await input.CopyToAsync(draft, parts.Db, ct);
            return problem is null ? (draft, null) : (null, problem);
        }, ct);
}
