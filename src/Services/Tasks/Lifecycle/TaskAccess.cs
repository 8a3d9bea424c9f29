using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Tasks.Templates;

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

    public async Task<IReadOnlyDictionary<string, int>> CountByStatusAsync(Guid projectId, CancellationToken ct) =>
        await db.Tasks.Where(t => t.ProjectId == projectId).GroupBy(t => t.Status).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);

    public async Task<IReadOnlyDictionary<Guid, TaskTally>> TallyAsync(IReadOnlyCollection<Guid> projectIds, CancellationToken ct) =>
        await db.Tasks.Where(t => projectIds.Contains(t.ProjectId) && t.DeletedAt == null && t.StatusCategory != StatusCategory.Cancelled)
            .GroupBy(t => t.ProjectId)
            .Select(g => new { g.Key, Done = g.Count(t => t.StatusCategory == StatusCategory.Completed), Total = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => new TaskTally(g.Done, g.Total), ct);

    public Task<IReadOnlyList<TaskPlan>> PlansOfAsync(Guid projectId, CancellationToken ct) => TaskPlans.ReadAsync(db, projectId, ct);
}
