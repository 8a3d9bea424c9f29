namespace Waymark.Tasks.Trash;

/// <summary>
/// A task in the trash. What was below it when it was deleted came with it and comes back with it: <c>subtaskCount</c> says how
/// much that is. It is erased for good at <c>keptUntil</c>.
/// </summary>
public sealed record TrashedTaskResponse(
    Guid Id,
    string Key,
    int Number,
    Guid ProjectId,
    Guid? ParentId,
    string Title,
    string Status,
    [property: OneOf(typeof(StatusCategory))] string StatusCategory,
    TaskPriority Priority,
    Guid[] AssigneeIds,
    string[] Labels,
    int SubtaskCount,
    DateTimeOffset DeletedAt,
    Guid? DeletedById,
    DateTimeOffset KeptUntil,
    long Version);
