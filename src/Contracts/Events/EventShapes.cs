namespace Waymark.Contracts;

/// <summary>An event that belongs to a project: who may read the project may learn of it.</summary>
public interface IProjectEvent : IEvent
{
    /// <summary>The project.</summary>
    Guid ProjectId { get; }
}

/// <summary>An event that belongs to a task of a project.</summary>
public interface ITaskEvent : IProjectEvent
{
    /// <summary>The task.</summary>
    Guid TaskId { get; }
}

/// <summary>An event that tells which fields changed.</summary>
public interface IChangeEvent : IEvent
{
    /// <summary>Changed fields by their name in the API (camelCase).</summary>
    FieldChanges Changes { get; }
}
