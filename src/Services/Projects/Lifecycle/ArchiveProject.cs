using Waymark.Projects.Access;
using Waymark.Projects.Views;

namespace Waymark.Projects.Lifecycle;

/// <summary>Makes a project read only, and writable again. Archiving an archived project changes nothing.</summary>
internal static class ArchiveProject
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/projects/{id:guid}/archive", ArchiveAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName("ArchiveProject").WithSummary("Archive a project: it becomes read only");
        routes.MapPost("/api/projects/{id:guid}/unarchive", UnarchiveAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName("UnarchiveProject").WithSummary("Take a project out of the archive");
    }

    private static Task<Results<Answer<ProjectResponse>, Problem>> ArchiveAsync(Guid id, IfMatch ifMatch, Caller caller, ProjectChange change, CancellationToken ct) =>
        SetAsync(id, ifMatch, caller, change, draft => draft.ArchivedAt ??= change.Db.Scope.Now, ct);

    private static Task<Results<Answer<ProjectResponse>, Problem>> UnarchiveAsync(Guid id, IfMatch ifMatch, Caller caller, ProjectChange change, CancellationToken ct) =>
        SetAsync(id, ifMatch, caller, change, draft => draft.ArchivedAt = null, ct);

    private static Task<Results<Answer<ProjectResponse>, Problem>> SetAsync(
        Guid id, IfMatch ifMatch, Caller caller, ProjectChange change, Action<Project> set, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, (open, draft) =>
        {
            set(draft);
            return open.Demand(Permissions.ProjectEdit) ?? ifMatch.Check(open.Project.Version);
        }, ProjectResponse.AnswerOf, ct);
}
