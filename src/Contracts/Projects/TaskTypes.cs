namespace Waymark.Contracts.Projects;

/// <summary>A type that the tasks of a project can have.</summary>
/// <param name="Key">By which tasks name it.</param>
/// <param name="Name">What people read.</param>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Color">Its colour in hexadecimal notation.</param>
public sealed record TaskType(string Key, string Name, string Icon, string Color);

/// <summary>The types of tasks that a project has before somebody defines others.</summary>
public static class TaskTypes
{
    /// <summary>The usual types; the first is that of a task which names none.</summary>
    public static readonly IReadOnlyList<TaskType> Default =
    [
        new("task", "Task", "check", "#0090ff"),
        new("bug", "Bug", "bug", "#e5484d"),
        new("feature", "Feature", "sparkles", "#46a758"),
    ];
}
