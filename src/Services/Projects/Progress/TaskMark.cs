namespace Waymark.Projects.Progress;

/// <summary>What the progress of something needs to know of a task, as its owner last told.</summary>
internal sealed class TaskMark
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public Guid? MilestoneId { get; init; }

    public bool IsDone { get; init; }

    /// <summary>What was given up counts for nothing.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Whether it stands in the trash.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The task's version that this shows.</summary>
    public long Version { get; init; }
}
