namespace Waymark.Contracts.Projects;

/// <summary>The fields of a task that a state of a workflow may want filled, by their names in the API.</summary>
public static class RequiredTaskFields
{
    public const string Description = "description";
    public const string Priority = "priority";
    public const string Difficulty = "difficulty";
    public const string EstimateMinutes = "estimateMinutes";
    public const string StartAt = "startAt";
    public const string DueAt = "dueAt";
    public const string DeadlineAt = "deadlineAt";
    public const string DurationMinutes = "durationMinutes";
    public const string AssigneeIds = "assigneeIds";
    public const string Labels = "labels";
    public const string MilestoneId = "milestoneId";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
        [Description, Priority, Difficulty, EstimateMinutes, StartAt, DueAt, AssigneeIds, Labels, MilestoneId, DeadlineAt, DurationMinutes];
}
