using Waymark.Contracts.Projects;
using Waymark.Tasks.SavedViews;

namespace Waymark.Tasks.Reactions;

/// <summary>Keeps the copy of a project's milestones; one that is deleted leaves every task that belongs to it.</summary>
internal sealed class KeepMilestones(TasksDbContext db)
    : IEventHandler<MilestoneCreated>, IEventHandler<MilestoneUpdated>, IEventHandler<MilestoneDeleted>
{
    public Task HandleAsync(MilestoneCreated e, EventContext context, CancellationToken ct) => KeepAsync(e.Milestone, isGone: false, ct);

    public async Task HandleAsync(MilestoneUpdated e, EventContext context, CancellationToken ct)
    {
        await KeepAsync(e.Milestone, isGone: false, ct);
        await RenameInViews.OfMilestones.FollowAsync(db, e, e.Milestone.Id, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task HandleAsync(MilestoneDeleted e, EventContext context, CancellationToken ct)
    {
        // Waits for the changes that have found the milestone, so that the tasks are seen that they write.
        await KeepAsync(e.Milestone, isGone: true, ct);
        if (await db.Set<ProjectCopy>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == e.ProjectId, ct) is not { } project)
        {
            return;
        }

        foreach (var task in await db.Tasks.Where(t => t.MilestoneId == e.Milestone.Id).ToListAsync(ct))
        {
            var draft = task.Draft();
            draft.MilestoneId = null;
            db.Record(task, draft, project);
        }

        await db.SaveChangesAsync(ct);
    }

    private Task<int> KeepAsync(MilestoneState milestone, bool isGone, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into project_milestone as m (id, project_id, folded, due_on, is_reached, is_gone)
            values ({milestone.Id}, {milestone.ProjectId}, {LabelNames.Fold(milestone.Name)}, {milestone.DueDate}, {milestone.CompletedAt is not null}, {isGone})
            on conflict (id) do update set folded = excluded.folded, due_on = excluded.due_on, is_reached = excluded.is_reached, is_gone = m.is_gone or excluded.is_gone
            """,
            ct);
}
