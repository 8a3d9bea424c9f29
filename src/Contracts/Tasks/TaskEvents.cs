using Waymark.Contracts.Users;

namespace Waymark.Contracts.Tasks;

/// <summary>
/// The small state of a task after an event. Without the description, which travels once, as a change.
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

/// <summary>A task was made.</summary>
[EventName("task.created")]
public sealed record TaskCreated(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>Fields changed that have no event of their own, the place on the board included.</summary>
[EventName("task.updated")]
public sealed record TaskUpdated(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

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

/// <summary>The task was put in the trash.</summary>
[EventName("task.deleted")]
public sealed record TaskDeleted(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>The task was taken out of the trash.</summary>
[EventName("task.restored")]
public sealed record TaskRestored(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>Tasks' answer to <see cref="AccountDetached"/>: nobody waits for the person, and the tasks of erased projects are gone.</summary>
[EventName("assignments.erased")]
public sealed record AssignmentsErased(Guid UserId, Guid ErasureId) : ErasureEvent(UserId, ErasureId);
