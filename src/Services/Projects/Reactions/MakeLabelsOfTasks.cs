using Waymark.Contracts.Tasks;

namespace Waymark.Projects.Reactions;

/// <summary>
/// A label that a task names for the first time becomes a label of its project. Only events that changed a task's labels count:
/// any other one may still carry the name of a label that was renamed or deleted since.
/// </summary>
internal sealed class MakeLabelsOfTasks(ProjectsDbContext db) : IEventBatchHandler
{
    public static IEnumerable<Type> Events => [typeof(TaskCreated), typeof(TaskUpdated)];

    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var named = events.Select(e => (TaskEvent)e.Event)
            .Where(e => e is TaskCreated || e.Changes.Read().ContainsKey("labels"))
            .Select(e => e.Task)
            .SelectMany(task => task.Labels.Select(name => (task.ProjectId, task.WorkspaceId, Name: name, Folded: Label.Fold(name))))
            .DistinctBy(l => (l.ProjectId, l.Folded))
            .ToList();
        if (named.Count == 0)
        {
            return;
        }

        var projects = named.Select(l => l.ProjectId).Distinct().ToArray();
        var names = named.Select(l => l.Folded).Distinct(StringComparer.Ordinal).ToArray();
        var living = await db.Projects.Where(p => projects.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
        var known = (await db.Labels.AsNoTracking()
            .Where(l => projects.Contains(l.ProjectId) && names.Contains(l.Folded))
            .Select(l => new { l.ProjectId, l.Folded })
            .ToListAsync(ct)).Select(l => (l.ProjectId, l.Folded)).ToHashSet();
        foreach (var (projectId, workspaceId, name, folded) in named.Where(l => living.Contains(l.ProjectId) && !known.Contains((l.ProjectId, l.Folded))))
        {
            var label = Label.Of(db.Scope.Now, projectId, workspaceId, name);
            db.Labels.Add(label);
            db.Publish(label, new LabelCreated(projectId, label.Id, label.Name, label.Color, FieldChanges.Of("name", null, label.Name)));
        }

        await db.SaveChangesAsync(ct);
    }
}
