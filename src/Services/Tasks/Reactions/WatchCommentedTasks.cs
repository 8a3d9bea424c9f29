using Waymark.Contracts.Communication;

namespace Waymark.Tasks.Reactions;

/// <summary>Whoever comments on a task comes to watch it, unless they have muted it.</summary>
internal sealed class WatchCommentedTasks(TasksDbContext db) : IEventHandler<CommentCreated>
{
    public async Task HandleAsync(CommentCreated e, EventContext context, CancellationToken ct)
    {
        var task = await db.Tasks.FirstOrDefaultAsync(t => t.Id == e.TaskId && !t.WatcherIds.Contains(e.AuthorId), ct);
        if (task is null || await db.Set<ProjectCopy>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == task.ProjectId, ct) is not { } project)
        {
            return;
        }

        var draft = task.Draft();
        draft.Watch([e.AuthorId]);
        db.Record(task, draft, project);
        await db.SaveChangesAsync(ct);
    }
}
