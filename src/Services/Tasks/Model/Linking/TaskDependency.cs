using Waymark.Contracts.Tasks;
using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Tasks.Model.Linking;

/// <summary>A dependency between two tasks of a workspace: one row, seen from both ends. It never changes.</summary>
internal sealed class TaskDependency
{
    /// <summary>A year of working time, in either direction, is more than any plan needs.</summary>
    public const int MaxLagMinutes = 525_600;

    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>The task that blocks, or duplicates.</summary>
    public required Guid FromId { get; init; }

    /// <summary>The task that is blocked, or duplicated.</summary>
    public required Guid ToId { get; init; }

    public required DependencyKind Kind { get; init; }

    /// <summary>Which ends are tied where one task blocks the other; null else.</summary>
    public LinkKind? Link { get; init; }

    /// <summary>The working minutes between these ends; null where nothing is tied.</summary>
    public int? LagMinutes { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The task at the other end.</summary>
    public Guid OtherThan(Guid taskId) => taskId == FromId ? ToId : FromId;

    /// <summary>The dependency as one of its tasks sees it.</summary>
    public DependencyState StateFor(Guid taskId) => new(
        Id, OtherThan(taskId), DependencyTypes.Write(Kind, isBackwards: taskId != FromId), Link is { } link ? LinkKinds.Write(link) : null, LagMinutes);

    /// <summary>A dependency as one of its tasks has told of it.</summary>
    public static TaskDependency Of(DependencyState state, TaskItem task, Guid createdBy, DateTimeOffset createdAt)
    {
        var (kind, isBackwards) = DependencyTypes.Read(state.Type);
        return new TaskDependency
        {
            Id = state.Id,
            WorkspaceId = task.WorkspaceId,
            FromId = isBackwards ? state.TaskId : task.Id,
            ToId = isBackwards ? task.Id : state.TaskId,
            Kind = kind,
            Link = state.Link is null ? null : LinkKinds.Read(state.Link),
            LagMinutes = state.LagMinutes,
            CreatedBy = createdBy,
            CreatedAt = createdAt,
        };
    }
}
