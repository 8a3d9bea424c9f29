using Waymark.Contracts.Communication;

namespace Waymark.Tasks.Reactions;

/// <summary>Counts the comments of a task, and tells of it. The inbox sees to it that each event counts once.</summary>
internal sealed class CountComments(TasksDbContext db) : IEventHandler<CommentCreated>, IEventHandler<CommentDeleted>
{
    public Task HandleAsync(CommentCreated e, EventContext context, CancellationToken ct) => AddAsync(e.TaskId, 1, ct);

    public Task HandleAsync(CommentDeleted e, EventContext context, CancellationToken ct) => AddAsync(e.TaskId, -1, ct);

    private async Task AddAsync(Guid taskId, int by, CancellationToken ct)
    {
        await TaskCounts.AddAsync(db, [new CountChange(taskId, Comments: by)], ct);
        await db.SaveChangesAsync(ct);
    }
}
