namespace Waymark.Tasks.Model;

/// <summary>One event of a task's stream, as it is stored.</summary>
internal sealed class TaskStreamEvent
{
    public required Guid StreamId { get; init; }

    public required long Version { get; init; }

    /// <summary>What one command did carries one id.</summary>
    public required Guid ChangeId { get; init; }

    public required string Type { get; init; }

    /// <summary>The changed fields with their values before and after, long texts included, as UTF-8 JSON.</summary>
    public required byte[] Data { get; init; }

    public Guid? ActorId { get; init; }

    public required DateTimeOffset At { get; init; }

    public FieldChanges Changes => FieldChanges.FromJson(Data);
}

/// <summary>The events that a task's stream knows, by the names under which they are published.</summary>
internal static class TaskEventTypes
{
    public const string Created = "task.created";
    public const string Updated = "task.updated";
    public const string Assigned = "task.assigned";
    public const string StatusChanged = "task.status_changed";
    public const string Completed = "task.completed";
    public const string Reopened = "task.reopened";
    public const string Deleted = "task.deleted";
    public const string Restored = "task.restored";
}
