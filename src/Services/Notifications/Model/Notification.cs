namespace Waymark.Notifications.Model;

/// <summary>What one person was told of one event. Its id is of the event's time, so ids are in the order of the list.</summary>
internal sealed class Notification
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>The event's name as far as it concerns the person: who is assigned at once is told <c>task.assigned</c>.</summary>
    public required string Type { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>The task it is about; null when it is about the project.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The task's number; with the project's key as it is by then it makes the task's key.</summary>
    public int? Number { get; init; }

    public Guid? CommentId { get; init; }

    /// <summary>The title of the task, or the name of the project, when it happened.</summary>
    public required string Title { get; init; }

    public Guid? ActorId { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}
