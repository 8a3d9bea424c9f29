using Waymark.Platform.EventSourcing;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Tasks.Model.TaskItem>;

namespace Waymark.Tasks.Model;

/// <summary>
/// The table of everything about a task that events record. History, difference, replay, undo and time travel all come
/// from it: a new member is a column and one line here.
/// </summary>
internal static class TaskFields
{
    public static readonly StreamFields<TaskItem> Table = new(
    [
        Number("number", t => t.Number, (t, v) => t.Number = v),
        Id("reporterId", t => t.ReporterId, (t, v) => t.ReporterId = v!.Value),
        Id("parentId", t => t.ParentId, (t, v) => t.ParentId = v),
        Text("title", t => t.Title, (t, v) => t.Title = v),
        Text("description", t => t.Description, (t, v) => t.Description = v, isLong: true),
        new StreamField<TaskItem, TaskPriority>("priority", t => t.Priority, (t, v) => t.Priority = v, (j, v) => j.WriteStringValue(Wire(v)), v => Enum.Parse<TaskPriority>(v.GetString()!, ignoreCase: true)),
        OptionalNumber("difficulty", t => t.Difficulty, (t, v) => t.Difficulty = (short?)v),
        OptionalNumber("estimateMinutes", t => t.EstimateMinutes, (t, v) => t.EstimateMinutes = v),
        MomentField("startAt", t => t.Start, (t, v) => t.Start = v),
        MomentField("dueAt", t => t.Due, (t, v) => t.Due = v),
        Ids("watcherIds", t => t.WatcherIds, (t, v) => t.WatcherIds = v),
        Texts("labels", t => t.Labels, (t, v) => t.Labels = v),
        Id("milestoneId", t => t.MilestoneId, (t, v) => t.MilestoneId = v),
        Text("rank", t => t.Rank, (t, v) => t.Rank = v),
        Ids("assigneeIds", t => t.AssigneeIds, (t, v) => t.AssigneeIds = v, TaskEventTypes.Assigned),
        Text("status", t => t.Status, (t, v) => t.Status = v, eventType: TaskEventTypes.StatusChanged),
        Text("statusCategory", t => t.StatusCategory, (t, v) => t.StatusCategory = v, eventType: TaskEventTypes.StatusChanged),
        Instant("completedAt", t => t.CompletedAt, (t, v) => t.CompletedAt = v, TaskEventTypes.Completed),
        Instant("deletedAt", t => t.DeletedAt, (t, v) => t.DeletedAt = v, TaskEventTypes.Deleted),
    ]);

    /// <summary>A priority as it stands on the wire.</summary>
    public static string Wire(TaskPriority priority) => priority switch
    {
        TaskPriority.Low => "low",
        TaskPriority.Medium => "medium",
        TaskPriority.High => "high",
        TaskPriority.Urgent => "urgent",
        _ => "none",
    };

    private static StreamField<TaskItem> MomentField(string name, Func<TaskItem, Moment?> get, Action<TaskItem, Moment?> set) =>
        new StreamField<TaskItem, Moment?>(name, get, set, (j, v) => j.WriteStringValue(v?.ToString()), v => Moment.TryParse(v.GetString(), out var moment) ? moment : null);
}
