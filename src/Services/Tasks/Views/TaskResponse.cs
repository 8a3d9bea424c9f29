using System.Text.Json.Serialization;

namespace Waymark.Tasks.Views;

/// <summary>A task as callers see it. Lists leave out <c>description</c> and <c>customFields</c> unless asked for.</summary>
public sealed record TaskResponse(
    Guid Id,
    string Key,
    int Number,
    Guid ProjectId,
    Guid? ParentId,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    string Status,
    [property: OneOf(typeof(StatusCategory))] string StatusCategory,
    TaskPriority Priority,
    short? Difficulty,
    int? EstimateMinutes,
    Moment? StartAt,
    Moment? DueAt,
    DateTimeOffset? CompletedAt,
    Guid[] AssigneeIds,
    Guid ReporterId,
    Guid[] WatcherIds,
    string[] Labels,
    Guid? MilestoneId,
    TaskStep[] Steps,
    int Progress,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, object>? CustomFields,
    TaskRecurrence? Recurrence,
    string Rank,
    int CommentCount,
    int AttachmentCount,
    int SubtaskCount,
    int SubtaskDoneCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version)
{
    private static readonly IReadOnlyDictionary<string, object> NoFields = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>The response of a row; the key is composed from the project's current one.</summary>
    internal static TaskResponse Of(TaskItem t, string projectKey, bool isWhole = true) => new(
        t.Id, $"{projectKey}-{t.Number}", t.Number, t.ProjectId, t.ParentId, t.Title, isWhole ? t.Description : null, t.Status, t.StatusCategory,
        t.Priority, t.Difficulty, t.EstimateMinutes, t.Start, t.Due, t.CompletedAt, t.AssigneeIds, t.ReporterId, t.WatcherIds, t.Labels,
        t.MilestoneId, Steps: [], t.Progress, isWhole ? NoFields : null, Recurrence: null, t.Rank, t.CommentCount, t.AttachmentCount,
        t.SubtaskCount, t.SubtaskDoneCount, t.CreatedAt, t.UpdatedAt, t.Version);
}

/// <summary>One step of a task.</summary>
public sealed record TaskStep(Guid Id, string Title, bool Done);

/// <summary>How a task recurs.</summary>
public sealed record TaskRecurrence(string Rule, [property: OneOf("schedule", "after_completion")] string Mode);
