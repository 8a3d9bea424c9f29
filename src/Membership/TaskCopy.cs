namespace Waymark.Membership;

/// <summary>A task as its owner last told: enough to guard what hangs on it and to name it.</summary>
public sealed class TaskCopy
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>With the project's key it makes the task's key.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required Guid ReporterId { get; init; }

    public required Guid[] AssigneeIds { get; init; }

    public required Guid[] WatcherIds { get; init; }

    /// <summary>Whether it is in the trash; null where the events seen so far do not say so.</summary>
    public required bool? IsDeleted { get; init; }

    /// <summary>The task's version that this copy shows.</summary>
    public required long Version { get; init; }
}

/// <summary>A task with what the caller may do in its project.</summary>
public sealed record TaskInProject(TaskCopy Task, Access Access)
{
    /// <summary><c>WEB-12</c>.</summary>
    public string Key => $"{Access.Project.Key}-{Task.Number}";
}
