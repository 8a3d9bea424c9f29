namespace Waymark.Tasks.Model;

/// <summary>How urgent a task is; stored as its number, so that it sorts.</summary>
public enum TaskPriority : short
{
    None = 0,
    Low = 1,
    Medium = 2,
    High = 3,
    Urgent = 4,
}
