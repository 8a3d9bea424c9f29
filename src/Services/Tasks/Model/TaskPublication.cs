using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Model;

/// <summary>The published form of a stream event.</summary>
internal static class TaskPublication
{
    public static IEvent EventOf(string type, TaskSnapshot task, FieldChanges changes, IReadOnlyList<NewLabel> newLabels) => type switch
    {
        TaskEventTypes.Created => new TaskCreated(task, changes, newLabels),
        TaskEventTypes.Updated => new TaskUpdated(task, changes, newLabels),
        TaskEventTypes.Assigned => new TaskAssigned(task, changes),
        TaskEventTypes.StatusChanged => new TaskStatusChanged(task, changes),
        TaskEventTypes.Completed => new TaskCompleted(task, changes),
        TaskEventTypes.Reopened => new TaskReopened(task, changes),
        TaskEventTypes.Deleted => new TaskDeleted(task, changes),
        TaskEventTypes.Restored => new TaskRestored(task, changes),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such event of a task."),
    };

    /// <summary>Reporter and assignees are told even where somebody has taken them off the watchers: only they can mute a task.</summary>
    private static Guid[] ToldPeople(TaskItem t) => [.. t.WatcherIds.Append(t.ReporterId).Union(t.AssigneeIds).Except(t.MutedIds ?? [])];

    public static TaskSnapshot SnapshotOf(TaskItem t, string projectKey) => new(
        t.Id, t.ProjectId, t.WorkspaceId, $"{projectKey}-{t.Number}", t.Number, t.ParentId, t.Title, t.Status, t.StatusCategory,
        TaskFields.Wire(t.Priority), t.Difficulty, t.EstimateMinutes, t.Start?.ToString(), t.Due?.ToString(), t.CompletedAt,
        t.AssigneeIds, t.ReporterId, ToldPeople(t), t.Labels, t.MilestoneId, t.Rank, t.CreatedAt, t.UpdatedAt, t.Version,
        t.Deadline?.ToString(), t.DurationMinutes);
}
