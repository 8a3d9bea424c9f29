using Waymark.Contracts.Projects;
using Waymark.Tasks.SavedViews;

namespace Waymark.Tasks.Reactions;

/// <summary>
/// Keeps the spelling of a project's labels and which of them exclude each other; a renamed label is renamed on every task and in saved views, a deleted one leaves
/// the tasks. Events of two labels may arrive in another order than they happened, so a name goes only with the label that holds
/// it. How often it was given up is counted: by that projects tells a label that a task names anew from one that was named before
/// the news arrived.
/// </summary>
internal sealed class KeepLabels(TasksDbContext db) : IEventHandler<LabelCreated>, IEventHandler<LabelUpdated>, IEventHandler<LabelDeleted>
{
    public Task HandleAsync(LabelCreated e, EventContext context, CancellationToken ct) => SpellAsync(e, ct);

    public async Task HandleAsync(LabelUpdated e, EventContext context, CancellationToken ct)
    {
        if (OldName(e) is { } old && old != e.Name)
        {
            await LockAsync(e.ProjectId, [old, e.Name], ct);
            if (LabelNames.Fold(old) != LabelNames.Fold(e.Name))
            {
                await GiveUpAsync(e, old, ct);
            }

            await RelabelAsync(e.ProjectId, old, e.Name, ct);
        }

        await SpellAsync(e, ct);
        await RenameInViews.OfLabels.FollowAsync(db, e, e.LabelId, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task HandleAsync(LabelDeleted e, EventContext context, CancellationToken ct)
    {
        await LockAsync(e.ProjectId, [e.Name], ct);
        await GiveUpAsync(e, e.Name, ct);
        var folded = LabelNames.Fold(e.Name);
        // Another label has the name by now, and with it the tasks.
        if (!await db.Labels.AnyAsync(l => l.ProjectId == e.ProjectId && l.Folded == folded && l.Name != null, ct))
        {
            await RelabelAsync(e.ProjectId, e.Name, null, ct);
        }
    }

    private static string? OldName(LabelUpdated e) =>
        e.Changes.Read().TryGetValue("name", out var change) ? change.From?.GetString() : null;

    private async Task RelabelAsync(Guid projectId, string old, string? name, CancellationToken ct)
    {
        var project = await db.Set<ProjectCopy>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == projectId, ct);
        if (project is null)
        {
            return;
        }

        // A task that named the label before this service heard of it may spell it in a way of its own.
        var folded = LabelNames.Fold(old);
        var named = await db.Tasks.Where(t => t.ProjectId == projectId).SelectMany(t => t.Labels).Distinct().ToListAsync(ct);
        var spellings = named.Where(l => LabelNames.Fold(l) == folded).ToArray();
        var tasks = await db.Tasks.Where(t => t.ProjectId == projectId && t.Labels.Any(l => spellings.Contains(l))).ToListAsync(ct);
        foreach (var task in tasks)
        {
            var draft = task.Draft();
            draft.Labels = [.. task.Labels.Select(l => spellings.Contains(l) ? name : l).OfType<string>().Distinct(StringComparer.Ordinal)];
            db.Record(task, draft, project);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Waits for the changes that have found these labels, so that the tasks are seen that they write.</summary>
    private Task<int> LockAsync(Guid projectId, string[] names, CancellationToken ct)
    {
        var folded = names.Select(LabelNames.Fold).ToArray();
        return db.Database.ExecuteSqlAsync($"select from project_label where project_id = {projectId} and folded = any({folded}) order by folded for update", ct);
    }

    private Task<int> SpellAsync(LabelEvent e, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into project_label (project_id, folded, name, label_id, exclusive_group)
            values ({e.ProjectId}, {LabelNames.Fold(e.Name)}, {e.Name}, {e.LabelId}, {e.ExclusiveGroup})
            on conflict (project_id, folded) do update set name = excluded.name, label_id = excluded.label_id, exclusive_group = excluded.exclusive_group
            """,
            ct);

    private Task<int> GiveUpAsync(LabelEvent e, string name, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into project_label as l (project_id, folded, given_up) values ({e.ProjectId}, {LabelNames.Fold(name)}, 1)
            on conflict (project_id, folded) do update set given_up = l.given_up + 1,
                name = case when l.label_id <> {e.LabelId} then l.name end,
                label_id = case when l.label_id <> {e.LabelId} then l.label_id end,
                exclusive_group = case when l.label_id <> {e.LabelId} then l.exclusive_group end
            """,
            ct);
}
