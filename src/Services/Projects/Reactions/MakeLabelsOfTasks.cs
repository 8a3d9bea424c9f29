using Waymark.Contracts.Tasks;

namespace Waymark.Projects.Reactions;

/// <summary>
/// A label that a task names for the first time becomes a label of its project. The service of tasks says which these are, and how
/// often it knows the name to have been given up: if it was given up more often, the task means the label that had it, and will be
/// relabelled as soon as the news of that arrives there.
/// </summary>
internal sealed class MakeLabelsOfTasks(ProjectsDbContext db) : IEventBatchHandler
{
    public static IEnumerable<Type> Events => [typeof(TaskCreated), typeof(TaskUpdated)];

    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var named = events.Select(e => (TaskEvent)e.Event)
            .SelectMany(e => NamedFirst(e).Select(l => (e.Task.ProjectId, e.Task.WorkspaceId, l.Name, Folded: Label.Fold(l.Name), l.GivenUp)))
            .GroupBy(l => (l.ProjectId, l.Folded))
            .Select(same => same.MaxBy(l => l.GivenUp))
            .ToList();
        if (named.Count == 0)
        {
            return;
        }

        var projects = named.Select(l => l.ProjectId).Distinct().ToArray();
        var names = named.Select(l => l.Folded).Distinct(StringComparer.Ordinal).ToArray();
        var living = await db.Projects.Where(p => projects.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
        var known = (await db.Labels.AsNoTracking()
            .Where(l => projects.Contains(l.ProjectId))
            .Select(l => new { l.ProjectId, l.Folded, l.Color })
            .ToListAsync(ct)).Select(l => (l.ProjectId, l.Folded, l.Color)).ToList();
        var givenUp = await db.FormerLabelNames.AsNoTracking()
            .Where(f => projects.Contains(f.ProjectId) && names.Contains(f.Folded))
            .ToDictionaryAsync(f => (f.ProjectId, f.Folded), f => f.Times, ct);
        foreach (var (projectId, workspaceId, name, _, _) in named.Where(l => living.Contains(l.ProjectId)
            && !known.Exists(k => (k.ProjectId, k.Folded) == (l.ProjectId, l.Folded)) && l.GivenUp >= givenUp.GetValueOrDefault((l.ProjectId, l.Folded))))
        {
            var label = Label.Of(db.Scope.Now, projectId, workspaceId, name, known.Where(k => k.ProjectId == projectId).Select(k => k.Color));
            known.Add((projectId, label.Folded, label.Color));
            db.Labels.Add(label);
            db.Publish(label, new LabelCreated(projectId, label.Id, label.Name, label.Color, FieldChanges.Of("name", null, label.Name)));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Events of earlier releases do not say what is new; of them, those that changed a task's labels count.</summary>
    private static IEnumerable<NewLabel> NamedFirst(TaskEvent e) => e switch
    {
        TaskCreated created => created.NewLabels ?? All(created.Task),
        TaskUpdated updated => updated.NewLabels ?? (updated.Changes.Read().ContainsKey("labels") ? All(updated.Task) : []),
        _ => [],
    };

    private static IEnumerable<NewLabel> All(TaskSnapshot task) => task.Labels.Select(name => new NewLabel(name, int.MaxValue));
}
