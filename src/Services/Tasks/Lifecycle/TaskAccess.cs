using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Lifecycle;

/// <summary>Answers services that have not heard of a task yet.</summary>
internal sealed class TaskAccess(TasksDbContext db, IProjectAccess projects) : ITaskAccess
{
    public async Task<TaskSnapshot?> FindAsync(Guid taskId, Guid userId, CancellationToken ct)
    {
        var (open, _) = await OpenTask.FindAsync(db, projects, new TaskReference(taskId, null, 0, null), userId, ct);
        // A handler may ask for the same task twice in one scope; the row is read, never written.
        db.StartOver();
        return open is null ? null : TaskPublication.SnapshotOf(open.Task, open.Project.Key);
    }
}
