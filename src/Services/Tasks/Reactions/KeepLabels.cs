using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Reactions;

/// <summary>Keeps the spelling of a project's labels; a renamed label is renamed on every task, a deleted one leaves them.</summary>
internal sealed class KeepLabels(TasksDbContext db) : IEventHandler<LabelCreated>, IEventHandler<LabelUpdated>, IEventHandler<LabelDeleted>
{
    public Task HandleAsync(LabelCreated e, EventContext context, CancellationToken ct) => SpellAsync(e.ProjectId, e.Name, ct);

    public async Task HandleAsync(LabelUpdated e, EventContext context, CancellationToken ct)
    {
        if (OldName(e) is { } old && old != e.Name)
        {
            await ForgetAsync(e.ProjectId, old, ct);
            await RelabelAsync(e.ProjectId, old, e.Name, ct);
        }

        await SpellAsync(e.ProjectId, e.Name, ct);
    }

    public async Task HandleAsync(LabelDeleted e, EventContext context, CancellationToken ct)
    {
        await ForgetAsync(e.ProjectId, e.Name, ct);
        await RelabelAsync(e.ProjectId, e.Name, null, ct);
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
        var folded = TaskReferences.Fold(old);
        var named = await db.Tasks.Where(t => t.ProjectId == projectId).SelectMany(t => t.Labels).Distinct().ToListAsync(ct);
        var spellings = named.Where(l => TaskReferences.Fold(l) == folded).ToArray();
        var tasks = await db.Tasks.Where(t => t.ProjectId == projectId && t.Labels.Any(l => spellings.Contains(l))).ToListAsync(ct);
        foreach (var task in tasks)
        {
            var draft = task.Draft();
            draft.Labels = [.. task.Labels.Select(l => spellings.Contains(l) ? name : l).OfType<string>().Distinct(StringComparer.Ordinal)];
            db.Record(task, draft, project);
        }

        await db.SaveChangesAsync(ct);
    }

    private Task<int> SpellAsync(Guid projectId, string name, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into project_label (project_id, folded, name) values ({projectId}, {TaskReferences.Fold(name)}, {name})
            on conflict (project_id, folded) do update set name = excluded.name
            """,
            ct);

    private Task<int> ForgetAsync(Guid projectId, string name, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"delete from project_label where project_id = {projectId} and folded = {TaskReferences.Fold(name)}", ct);
}
