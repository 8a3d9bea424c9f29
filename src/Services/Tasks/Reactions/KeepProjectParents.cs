using Waymark.Contracts.Projects;
using Waymark.Tasks.Definitions;

namespace Waymark.Tasks.Reactions;

/// <summary>Keeps below which project another stands, so that a roll-up finds the tasks of all of them.</summary>
internal sealed class KeepProjectParents(TasksDbContext db) : IEventHandler<ProjectCreated>, IEventHandler<ProjectUpdated>
{
    public Task HandleAsync(ProjectCreated e, EventContext context, CancellationToken ct) =>
        e.Project.ParentId is null ? Task.CompletedTask : ProjectParent.KeepAsync(db, e.ProjectId, e.Project.ParentId, e.Project.Version, ct);

    public Task HandleAsync(ProjectUpdated e, EventContext context, CancellationToken ct) =>
        e.Changes.Read().ContainsKey("parentId") ? ProjectParent.KeepAsync(db, e.ProjectId, e.Project.ParentId, e.Project.Version, ct) : Task.CompletedTask;
}
