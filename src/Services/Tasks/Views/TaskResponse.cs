using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Tasks.Views;

/// <summary>A task as callers see it. Lists leave out <c>description</c> and <c>customFields</c> unless asked for.</summary>
/// <param name="AssigneeIds">Who works on it, the owner first.</param>
/// <param name="OwnerId">Who answers for it: the first of its assignees; null when it has none.</param>
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
    string Type,
    TaskPriority Priority,
    short? Difficulty,
    int? EstimateMinutes,
    int? DurationMinutes,
    Moment? StartAt,
    Moment? DueAt,
    Moment? DeadlineAt,
    DateTimeOffset? CompletedAt,
    Guid[] AssigneeIds,
    Guid? OwnerId,
    Guid ReporterId,
    Guid[] WatcherIds,
    string[] Labels,
    Guid? MilestoneId,
    TaskStep[] Steps,
    int Progress,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, JsonElement>? CustomFields,
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
    /// <summary>The response of a row; the key is composed from the project's current one.</summary>
    internal static TaskResponse Of(TaskItem t, string projectKey, bool isWhole = true) => Of(t, projectKey, new ListExtras(isWhole, isWhole));

    /// <summary>The response of a row in a list.</summary>
    internal static TaskResponse Of(TaskItem t, string projectKey, ListExtras extras) => new(
        t.Id, $"{projectKey}-{t.Number}", t.Number, t.ProjectId, t.ParentId, t.Title, extras.Description ? t.Description : null, t.Status, t.StatusCategory, t.Type,
        t.Priority, t.Difficulty, t.EstimateMinutes, t.DurationMinutes, t.Start, t.Due, t.Deadline, t.CompletedAt, t.AssigneeIds, t.OwnerId, t.ReporterId, t.WatcherIds,
        t.Labels, t.MilestoneId, t.Steps, t.Progress, extras.CustomFields ? t.Custom.Named(t.Fields, t.Type) : null, t.Recurrence, t.Rank, t.CommentCount, t.AttachmentCount,
        t.SubtaskCount, t.SubtaskDoneCount, t.CreatedAt, t.UpdatedAt, t.Version);
}
