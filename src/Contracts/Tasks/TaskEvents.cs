using Waymark.Contracts.Users;

namespace Waymark.Contracts.Tasks;

/// <summary>
/// The small state of a task after an event. Without the description, which travels once, as a change.
/// <paramref name="WatcherIds"/> are the people to be told of it: watchers, reporter and assignees, but for who has muted the task.
/// Moments (<paramref name="StartAt"/>, <paramref name="DueAt"/>) are a calendar date or an RFC 3339 instant.
/// </summary>
public sealed record TaskSnapshot(Guid Id, Guid ProjectId, Guid WorkspaceId, string Key, int Number, Guid? ParentId, string Title,
    string Status, string StatusCategory, string Priority, int? Difficulty, int? EstimateMinutes, string? StartAt, string? DueAt,
    DateTimeOffset? CompletedAt, IReadOnlyList<Guid> AssigneeIds, Guid ReporterId, IReadOnlyList<Guid> WatcherIds,
    IReadOnlyList<string> Labels, Guid? MilestoneId, string Rank, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version);

/// <summary>What every event of a task carries. Key <c>task:&lt;id&gt;</c>.</summary>
public abstract record TaskEvent(TaskSnapshot Task, FieldChanges Changes) : ITaskEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid TaskId => Task.Id;

    /// <inheritdoc />
    public Guid ProjectId => Task.ProjectId;
}

/// <summary>
/// A label that no task of the project has named before, or none since its name was given up. <paramref name="GivenUp"/> says how
/// often that is known to have happened, by a label that was renamed or deleted.
/// </summary>
public sealed record NewLabel(string Name, int GivenUp);

/// <summary>
/// A task was made. <paramref name="NewLabels"/> are those of its labels that the service of tasks did not know; null where nothing
/// was said about it.
/// </summary>
[EventName("task.created")]
public sealed record TaskCreated(TaskSnapshot Task, FieldChanges Changes, IReadOnlyList<NewLabel>? NewLabels = null) : TaskEvent(Task, Changes);

/// <summary>
/// Fields changed that have no event of their own, the place on the board included. <paramref name="NewLabels"/> as in
/// <see cref="TaskCreated"/>.
/// </summary>
[EventName("task.updated")]
public sealed record TaskUpdated(TaskSnapshot Task, FieldChanges Changes, IReadOnlyList<NewLabel>? NewLabels = null) : TaskEvent(Task, Changes);

/// <summary>The assignees changed.</summary>
[EventName("task.assigned")]
public sealed record TaskAssigned(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>The status changed between states that are both open or both closed.</summary>
[EventName("task.status_changed")]
public sealed record TaskStatusChanged(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>The task entered a completed or cancelled state.</summary>
[EventName("task.completed")]
public sealed record TaskCompleted(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>The task left its completed or cancelled state.</summary>
[EventName("task.reopened")]
public sealed record TaskReopened(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>
/// The number of a task's comments, files or sub-tasks changed. Counts stand outside the task's version and stream: their key is
/// <c>task_counts:&lt;id&gt;</c>, and <paramref name="TaskVersion"/> is the version that the task has meanwhile.
/// </summary>
[EventName("task.counted")]
public sealed record TaskCounted(Guid TaskId, Guid ProjectId, long TaskVersion, FieldChanges Changes) : ITaskEvent, IChangeEvent;

/// <summary>The task was put in the trash.</summary>
[EventName("task.deleted")]
public sealed record TaskDeleted(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>The task was taken out of the trash.</summary>
[EventName("task.restored")]
public sealed record TaskRestored(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>Tasks' answer to <see cref="AccountDetached"/>: nobody waits for the person, and the tasks of erased projects are gone.</summary>
[EventName("assignments.erased")]
public sealed record AssignmentsErased(Guid UserId, Guid ErasureId) : ErasureEvent(UserId, ErasureId);
