namespace Waymark.Projects.Model;

/// <summary>The clock that somebody lets run; nobody has two, because the person is its key.</summary>
internal sealed class RunningTimer
{
    public required Guid UserId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid? TaskId { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}
