namespace Waymark.Tasks.Model;

/// <summary>The events that a task's stream knows, by the names under which they are published.</summary>
internal static class TaskEventTypes
{
    public const string Created = "task.created";
    public const string Updated = "task.updated";
    public const string Assigned = "task.assigned";
    public const string StatusChanged = "task.status_changed";
    public const string Completed = "task.completed";
    public const string Reopened = "task.reopened";
    public const string Deleted = "task.deleted";
    public const string Restored = "task.restored";
    public const string DependencyAdded = "task.dependency_added";
    public const string DependencyRemoved = "task.dependency_removed";
    public const string ApprovalRequested = "task.approval_requested";
    public const string ApprovalAnswered = "task.approval_answered";
    public const string ApprovalDelegated = "task.approval_delegated";
}
