using System.Text.Json;
using Waymark.Tasks.Recurring;
using Waymark.Tasks.Steps;

namespace Waymark.Tasks.Lifecycle;

/// <summary>The writable members of a task: the body of PUT, what a PATCH merges into, and the heart of a creation.</summary>
public record TaskInput
{
    [Required, TrimmedLength(TaskItem.MaxTitleLength)]
    public string? Title { get; init; }

    [StringLength(TaskItem.MaxDescriptionLength)]
    public string? Description { get; init; }

    public string? Status { get; init; }

    /// <summary>The key of one of the project's types; the first of them when left out.</summary>
    public string? Type { get; init; }

    public TaskPriority Priority { get; init; }

    [Range(1, 10)]
    public short? Difficulty { get; init; }

    /// <summary>The work in it.</summary>
    [Range(0, 10_000_000)]
    public int? EstimateMinutes { get; init; }

    /// <summary>The working time from its start to its finish, by which it is scheduled; its estimate when left out.</summary>
    [Range(0, 10_000_000)]
    public int? DurationMinutes { get; init; }

    public Moment? StartAt { get; init; }

    /// <summary>When it is wished to be finished.</summary>
    public Moment? DueAt { get; init; }

    /// <summary>The moment that it must not pass, whatever is planned: earlier or later than its due date.</summary>
    public Moment? DeadlineAt { get; init; }

    /// <summary>Who works on it; the first of them owns it.</summary>
    [MaxLength(TaskItem.MaxPeople)]
    public IReadOnlyList<Guid>? AssigneeIds { get; init; }

    /// <summary>Comes to stand first among the assignees, whether named there or not; when left out or null, their order says who owns it.</summary>
    public Guid? OwnerId { get; init; }

    [MaxLength(TaskItem.MaxPeople)]
    public IReadOnlyList<Guid>? WatcherIds { get; init; }

    [MaxLength(TaskItem.MaxLabels)]
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The steps in their order; one that names the id of a step keeps it.</summary>
    [MaxLength(TaskItem.MaxSteps)]
    public IReadOnlyList<TaskStepInput>? Steps { get; init; }

    public Guid? ParentId { get; init; }

    public Guid? MilestoneId { get; init; }

    /// <summary>How the task recurs; completing it then makes the next one.</summary>
    public TaskRecurrenceInput? Recurrence { get; init; }

    /// <summary>Values of custom fields by their names; null takes one away.</summary>
    [MaxLength(TaskItem.MaxCustomFields)]
    public IReadOnlyDictionary<string, JsonElement>? CustomFields { get; init; }

    /// <summary>The writable members as they stand, for a merge patch to work on.</summary>
    internal static TaskInput Of(TaskItem task) => new()
    {
        Title = task.Title,
        Description = task.Description,
        Status = task.Status,
        Type = task.Type,
        Priority = task.Priority,
        Difficulty = task.Difficulty,
        EstimateMinutes = task.EstimateMinutes,
        DurationMinutes = task.DurationMinutes,
        StartAt = task.Start,
        DueAt = task.Due,
        DeadlineAt = task.Deadline,
        AssigneeIds = task.AssigneeIds,
        WatcherIds = task.WatcherIds,
        Labels = task.Labels,
        Steps = [.. task.Steps.Select(TaskStepInput.Of)],
        ParentId = task.ParentId,
        MilestoneId = task.MilestoneId,
        Recurrence = TaskRecurrenceInput.Of(task.Recurrence),
        CustomFields = task.Custom.Named(task.Fields, task.Type),
    };

    /// <summary>Each assignee once, the owner first.</summary>
    internal Guid[] Assignees() => [.. (OwnerId is { } owner ? [owner] : Enumerable.Empty<Guid>()).Concat(AssigneeIds ?? []).Distinct()];

    /// <summary>Writes everything that needs no other row into a draft.</summary>
    internal void CopyTo(TaskItem draft)
    {
        draft.Title = Title!.Trim();
        draft.Description = Description ?? "";
        draft.Priority = Priority;
        draft.Difficulty = Difficulty;
        draft.EstimateMinutes = EstimateMinutes;
        draft.DurationMinutes = DurationMinutes;
        draft.Start = StartAt;
        draft.Due = DueAt;
        draft.Deadline = DeadlineAt;
    }
}
