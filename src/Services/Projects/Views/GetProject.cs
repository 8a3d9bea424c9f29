using Waymark.Projects.Access;

namespace Waymark.Projects.Views;

internal static class GetProject
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{id:guid}", HandleAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(GetProject)).WithSummary("Read a project, now or as it stood at an instant (asOf)");

    private static async Task<Results<Answer<ProjectResponse>, Problem>> HandleAsync(
        Guid id, string? asOf, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct)
    {
        var then = default(DateTimeOffset);
        if (asOf is not null && !InstantConverter.TryParse(asOf, out then))
        {
            return Problems.Invalid("asOf", "An instant such as 2026-03-01T09:30:00Z is expected.");
        }

        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("project");
        }

        return asOf is null ? ProjectResponse.AnswerOf(open) : await PastAsync(db, open, then, ct);
    }

    /// <summary>The state of then, shown by the rights of now.</summary>
    private static async Task<Results<Answer<ProjectResponse>, Problem>> PastAsync(ProjectsDbContext db, OpenProject open, DateTimeOffset instant, CancellationToken ct)
    {
        var events = await db.Stream.AsNoTracking().Where(e => e.StreamId == open.Project.Id && e.At <= instant).OrderBy(e => e.Version).ToListAsync(ct);
        var then = new Project { Id = open.Project.Id, WorkspaceId = open.Project.WorkspaceId };
        events.ForEach(then.Apply);
        return then is { Version: > 0, DeletedAt: null }
            ? ProjectResponse.AnswerOf(open with { Project = then })
            : Problems.NotFound("project at that instant");
    }
}
