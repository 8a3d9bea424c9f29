using Waymark.Contracts.Projects;
using Waymark.Tasks.Definitions;

namespace Waymark.Tasks.Reactions;

/// <summary>Keeps the copy of the types that a project has defined for its tasks.</summary>
internal sealed class KeepTaskTypes(TasksDbContext db) : IEventHandler<ProjectCreated>, IEventHandler<ProjectUpdated>
{
    /// <summary>A project that comes from a template has them from its beginning.</summary>
    public Task HandleAsync(ProjectCreated e, EventContext context, CancellationToken ct) => e.Project.TaskTypes is { } types
        ? ProjectTypes.KeepAsync(db, e.ProjectId, [.. types.Select(t => t.Key)], e.Project.Version, ct)
        : Task.CompletedTask;

    public Task HandleAsync(ProjectUpdated e, EventContext context, CancellationToken ct) => e.Project.TaskTypes is { } types
        ? ProjectTypes.KeepAsync(db, e.ProjectId, [.. types.Select(t => t.Key)], e.Project.Version, ct)
        : e.Changes.Read().ContainsKey("taskTypes") ? ProjectTypes.KeepAsync(db, e.ProjectId, ProjectTypes.Usual, e.Project.Version, ct)
        : Task.CompletedTask;
}
