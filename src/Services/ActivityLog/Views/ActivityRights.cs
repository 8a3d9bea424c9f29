using Waymark.Contracts.Tasks;

namespace Waymark.ActivityLog.Views;

/// <summary>Whether the caller may see what a query names, asked of the owners where this service's copies do not know it.</summary>
internal sealed class ActivityRights(ProjectGuard<ActivityLogDbContext> guard, ITaskAccess tasks)
{
    /// <summary>The problem of a query that names something absent or invisible; null when it may be answered.</summary>
    public async Task<Problem?> CheckAsync(ActivityQuery query, Guid callerId, CancellationToken ct)
    {
        var projectId = query.ProjectId;
        if (query.TaskId is { } taskId)
        {
            if (await tasks.FindAsync(taskId, callerId, ct) is not { } task)
            {
                return Problems.NotFound("task");
            }

            projectId ??= task.ProjectId;
        }

        return projectId is not { } project || await guard.FindAsync(project, callerId, ct) is not null ? null : Problems.NotFound("project");
    }
}
