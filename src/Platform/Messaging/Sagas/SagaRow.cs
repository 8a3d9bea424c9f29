namespace Waymark.Platform.Messaging.Sagas;

/// <summary>Where a saga stands.</summary>
public enum SagaStatus
{
    /// <summary>It goes from step to step.</summary>
    Running = 0,

    /// <summary>It failed and undoes what was done, the last step first.</summary>
    Compensating = 1,

    /// <summary>All steps are done.</summary>
    Completed = 2,

    /// <summary>It failed, and everything that was done is undone.</summary>
    Compensated = 3,
}

/// <summary>A row of <c>msg.saga</c> as it was read, to be changed and written back under its version.</summary>
internal sealed record SagaRow
{
    public required Guid Id { get; init; }

    public required string Type { get; init; }

    public required string Key { get; init; }

    public required long Version { get; init; }

    /// <summary>The step that is at hand; in <see cref="Done"/> once its act has committed and it only waits.</summary>
    public required string Step { get; set; }

    public required string State { get; set; }

    public required SagaStatus Status { get; set; }

    /// <summary>The steps whose act has committed, in order; compensation takes them from its end.</summary>
    public required List<string> Done { get; init; }

    /// <summary>The names of the events that have come, whether or not their step has begun.</summary>
    public required List<string> Received { get; init; }

    /// <summary>How often the act at hand, or its undoing, has failed.</summary>
    public required int Attempts { get; set; }

    public required bool IsStuck { get; set; }

    public required string? Reason { get; set; }

    public required Guid? ActorId { get; init; }

    public required string? CorrelationId { get; init; }

    /// <summary>When it is looked at again.</summary>
    public SagaDue Due { get; set; } = SagaDue.AsBefore;
}

/// <summary>When a saga is looked at again, by the database's clock.</summary>
/// <param name="IsChanged">Whether it differs from what stands in the row.</param>
/// <param name="Wait">From now on; null for never, until an event comes or somebody resumes it.</param>
internal readonly record struct SagaDue(bool IsChanged, TimeSpan? Wait)
{
    public static SagaDue AsBefore => default;

    public static SagaDue Now => new(true, TimeSpan.Zero);

    public static SagaDue Never => new(true, null);

    public static SagaDue In(TimeSpan? wait) => new(true, wait);
}
