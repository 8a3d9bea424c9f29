using Waymark.Contracts.Tasks;

namespace Waymark.Projects.Reactions;

/// <summary>
/// A label that a task names for the first time becomes a label of its project. The service of tasks says which these are: any
/// other name may be that of a label that was renamed or deleted since, which must not come back.
/// </summary>
internal sealed class MakeLabelsOfTasks(ProjectsDbContext db) : IEventBatchHandler
{
    public static IEnumerable<Type> Events => [typeof(TaskCreated), typeof(TaskUpdated)];

    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var named = events.Select(e => (TaskEvent)e.Event)
            .SelectMany(e => NamedFirst(e).Select(name => (e.Task.ProjectId, e.Task.WorkspaceId, Name: name, Folded: Label.Fold(name))))
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

    /// <summary>Events of earlier releases do not say what is new; of them, those that changed a task's labels count.</summary>
    private static IReadOnlyList<string> NamedFirst(TaskEvent e) => e switch
    {
        TaskCreated created => created.NewLabels ?? created.Task.Labels,
        TaskUpdated updated => updated.NewLabels ?? (updated.Changes.Read().ContainsKey("labels") ? updated.Task.Labels : []),
        _ => [],
    };
}
