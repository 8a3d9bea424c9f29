using Waymark.Tasks.Model.Linking;

namespace Waymark.Tasks.Dependencies;

/// <summary>A dependency as the task in the path sees it. It never changes: another one takes its place.</summary>
/// <param name="Id">The dependency.</param>
/// <param name="TaskId">The task at the other end.</param>
/// <param name="Type">What the task in the path does to it.</param>
/// <param name="Link">Which ends are tied, where one of the two blocks the other.</param>
/// <param name="LagMinutes">The working minutes that lie between these ends; negative where the tasks may overlap.</param>
/// <param name="Task">The task at the other end.</param>
/// <param name="CreatedBy">Who has made it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Version">Always 1.</param>
public sealed record DependencyResponse(
    Guid Id,
    Guid TaskId,
    [property: OneOf(typeof(DependencyTypes))] string Type,
    [property: OneOf(typeof(LinkKinds))] string? Link,
    int? LagMinutes,
    DependentTask Task,
    Guid CreatedBy,
    DateTimeOffset CreatedAt,
    long Version = DependencyResponse.OnlyVersion)
{
    internal const long OnlyVersion = 1;

    internal static DependencyResponse Of(TaskDependency dependency, Guid taskId, DependentTask other)
    {
        var state = dependency.StateFor(taskId);
        return new DependencyResponse(
            dependency.Id, state.TaskId, state.Type, state.Link, state.LagMinutes, other, dependency.CreatedBy, dependency.CreatedAt);
    }
}

/// <summary>As much of a task at the other end as a list shows of it.</summary>
public sealed record DependentTask(string Key, Guid ProjectId, string Title, string Status, [property: OneOf(typeof(StatusCategory))] string StatusCategory)
{
    internal static DependentTask Of(TaskItem task, string projectKey) =>
        new($"{projectKey}-{task.Number}", task.ProjectId, task.Title, task.Status, task.StatusCategory);
}
