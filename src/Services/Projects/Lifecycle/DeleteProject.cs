using Waymark.Projects.Access;

namespace Waymark.Projects.Lifecycle;

/// <summary>Hides a project and everything in it; <see cref="EraseDeletedProjects"/> ends it after 30 days.</summary>
internal static class DeleteProject
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}", HandleAsync).RequirePermission(Permissions.ProjectDelete)
            .WithName(nameof(DeleteProject)).WithSummary("Put a project in the trash for 30 days");

    private static Task<Results<Deleted, Problem>> HandleAsync(Guid id, IfMatch ifMatch, Caller caller, ProjectChange change, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, (open, draft) =>
        {
            draft.DeletedAt = change.Db.Scope.Now;
            return open.Demand(Permissions.ProjectDelete) ?? ifMatch.Check(open.Project.Version);
        }, _ => Answers.Deleted(), ct);
}
