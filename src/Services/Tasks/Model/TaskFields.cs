using System.Text.Json;
using Waymark.Platform.EventSourcing;
using Waymark.Tasks.Model.Custom;
using Waymark.Tasks.Model.Recurring;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Tasks.Model.TaskItem>;

namespace Waymark.Tasks.Model;

/// <summary>
/// The table of everything about a task that events record. History, difference, replay, undo and time travel all come
/// from it: a new member is a column and one line here.
/// </summary>
internal static class TaskFields
{
    /// <summary>The values of custom fields, which the stream keeps by the ids of the fields.</summary>
    public const string CustomFields = "customFields";

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
        OptionalNumber("durationMinutes", t => t.DurationMinutes, (t, v) => t.DurationMinutes = v),
        MomentField("startAt", t => t.Start, (t, v) => t.Start = v),
        MomentField("dueAt", t => t.Due, (t, v) => t.Due = v),
        MomentField("deadlineAt", t => t.Deadline, (t, v) => t.Deadline = v),
        Ids("watcherIds", t => t.WatcherIds, (t, v) => t.WatcherIds = v),
        Ids("mutedIds", t => t.MutedIds ?? [], (t, v) => t.MutedIds = v.Length == 0 ? null : v),
        Text("type", t => t.Type, (t, v) => t.Type = v),
        Texts("labels", t => t.Labels, (t, v) => t.Labels = v),
        Id("milestoneId", t => t.MilestoneId, (t, v) => t.MilestoneId = v),
        new StreamField<TaskItem, TaskStep[]>("steps", t => t.Steps, (t, v) => t.Steps = v, WriteSteps, v => v.Deserialize(TaskStepJson.Stored.TaskStepArray) ?? [], (a, b) => a.AsSpan().SequenceEqual(b)),
        new StreamField<TaskItem, CustomValues>(CustomFields, t => t.Custom, (t, v) => t.Custom = v, (j, v) => v.WriteTo(j), CustomValues.Read),
        new StreamField<TaskItem, TaskRecurrence?>("recurrence", t => t.Recurrence, (t, v) => t.Recurrence = v, WriteRecurrence, v => v.Deserialize(TaskRecurrenceJson.Stored.TaskRecurrence)),
        Text("rank", t => t.Rank, (t, v) => t.Rank = v),
        Ids("assigneeIds", t => t.AssigneeIds, (t, v) => t.AssigneeIds = v, TaskEventTypes.Assigned),
        Text("status", t => t.Status, (t, v) => t.Status = v, eventType: TaskEventTypes.StatusChanged),
        Text("statusCategory", t => t.StatusCategory, (t, v) => t.StatusCategory = v, eventType: TaskEventTypes.StatusChanged),
        Instant("completedAt", t => t.CompletedAt, (t, v) => t.CompletedAt = v, TaskEventTypes.Completed),
        Instant("deletedAt", t => t.DeletedAt, (t, v) => t.DeletedAt = v, TaskEventTypes.Deleted),
    ]);

    /// <summary>A field in the form in which others are told of it: custom fields by their names.</summary>
    public static StreamField<TaskItem> Published(StreamField<TaskItem> field) => field.Name == CustomFields ? NamedCustomFields : field;

    /// <summary>A priority as it stands on the wire.</summary>
    public static string Wire(TaskPriority priority) => priority switch
    {
        TaskPriority.Low => "low",
        TaskPriority.Medium => "medium",
        TaskPriority.High => "high",
        TaskPriority.Urgent => "urgent",
        _ => "none",
    };

    private static readonly StreamField<TaskItem> NamedCustomFields = new StreamField<TaskItem, IReadOnlyDictionary<string, JsonElement>>(
        CustomFields, t => t.Custom.Named(t.Fields), (_, _) => throw new NotSupportedException(), WriteNamed, _ => throw new NotSupportedException());

    private static void WriteSteps(Utf8JsonWriter json, TaskStep[] steps) => JsonSerializer.Serialize(json, steps, TaskStepJson.Stored.TaskStepArray);

    private static void WriteRecurrence(Utf8JsonWriter json, TaskRecurrence? recurrence) =>
        JsonSerializer.Serialize(json, recurrence!, TaskRecurrenceJson.Stored.TaskRecurrence);

    private static void WriteNamed(Utf8JsonWriter json, IReadOnlyDictionary<string, JsonElement> values)
    {
        json.WriteStartObject();
        foreach (var (name, value) in values)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static StreamField<TaskItem> MomentField(string name, Func<TaskItem, Moment?> get, Action<TaskItem, Moment?> set) =>
        new StreamField<TaskItem, Moment?>(name, get, set, (j, v) => j.WriteStringValue(v?.ToString()), v => Moment.TryParse(v.GetString(), out var moment) ? moment : null);
}
