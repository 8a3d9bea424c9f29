using System.Collections.Frozen;
using System.Text.Json;

namespace Waymark.Tasks.Model;

/// <summary>
/// The table of everything about a task that events record. History, difference, replay, undo and time travel all come
/// from it: a new member is a column and one line here.
/// </summary>
internal static class TaskFields
{
    public static readonly IReadOnlyList<TaskField> All =
    [
        Whole("number", t => t.Number, (t, v) => t.Number = v),
        Id("reporterId", t => t.ReporterId, (t, v) => t.ReporterId = v!.Value),
        Id("parentId", t => t.ParentId, (t, v) => t.ParentId = v),
        Text("title", t => t.Title, (t, v) => t.Title = v),
        Text("description", t => t.Description, (t, v) => t.Description = v, isLong: true),
        new TaskField<TaskPriority>("priority", t => t.Priority, (t, v) => t.Priority = v, (j, v) => j.WriteStringValue(Wire(v)), v => Enum.Parse<TaskPriority>(v.GetString()!, ignoreCase: true)),
        new TaskField<short?>("difficulty", t => t.Difficulty, (t, v) => t.Difficulty = v, (j, v) => WriteNumber(j, v), v => ReadNumber(v) is { } n ? (short)n : null),
        new TaskField<int?>("estimateMinutes", t => t.EstimateMinutes, (t, v) => t.EstimateMinutes = v, WriteNumber, ReadNumber),
        MomentField("startAt", t => t.Start, (t, v) => t.Start = v),
        MomentField("dueAt", t => t.Due, (t, v) => t.Due = v),
        Ids("watcherIds", t => t.WatcherIds, (t, v) => t.WatcherIds = v),
        new TaskField<string[]>("labels", t => t.Labels, (t, v) => t.Labels = v, WriteTexts, v => [.. v.EnumerateArray().Select(e => e.GetString()!)], (a, b) => a.AsSpan().SequenceEqual(b)),
        Text("rank", t => t.Rank, (t, v) => t.Rank = v),
        Ids("assigneeIds", t => t.AssigneeIds, (t, v) => t.AssigneeIds = v, TaskEventTypes.Assigned),
        Text("status", t => t.Status, (t, v) => t.Status = v, eventType: TaskEventTypes.StatusChanged),
        Text("statusCategory", t => t.StatusCategory, (t, v) => t.StatusCategory = v, eventType: TaskEventTypes.StatusChanged),
        Instant("completedAt", t => t.CompletedAt, (t, v) => t.CompletedAt = v, TaskEventTypes.Completed),
        Instant("deletedAt", t => t.DeletedAt, (t, v) => t.DeletedAt = v, TaskEventTypes.Deleted),
    ];

    private static readonly FrozenDictionary<string, TaskField> ByName = All.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The field of this name, or null.</summary>
    public static TaskField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Sets every changed field of a task to its new value (or, backwards, to its old one).</summary>
    public static void Apply(FieldChanges changes, TaskItem task, bool isBackwards = false)
    {
        using var document = JsonDocument.Parse(changes.Json);
        foreach (var change in document.RootElement.EnumerateObject())
        {
            if (Find(change.Name) is { } field)
            {
                field.Read(change.Value.GetProperty(isBackwards ? "from"u8 : "to"u8), task);
            }
        }
    }

    /// <summary>The changes of <paramref name="fields"/> between two states.</summary>
    /// <param name="before">The state before; null for a new task, whose fields then come from nothing.</param>
    /// <param name="withOldTexts">Whether long texts carry their old value: in the stream yes, in published events no.</param>
    public static FieldChanges Changes(IEnumerable<TaskField> fields, TaskItem? before, TaskItem after, bool withOldTexts) => FieldChanges.Write(json =>
    {
        foreach (var field in fields)
        {
            json.WriteStartObject(field.Name);
            if (withOldTexts || !field.IsLongText)
            {
                json.WritePropertyName("from"u8);
                if (before is null)
                {
                    json.WriteNullValue();
                }
                else
                {
                    field.Write(json, before);
                }
            }

            json.WritePropertyName("to"u8);
            field.Write(json, after);
            json.WriteEndObject();
        }
    });

    /// <summary>A priority as it stands on the wire.</summary>
    public static string Wire(TaskPriority priority) => priority switch
    {
        TaskPriority.Low => "low",
        TaskPriority.Medium => "medium",
        TaskPriority.High => "high",
        TaskPriority.Urgent => "urgent",
        _ => "none",
    };

    private static TaskField<string> Text(string name, Func<TaskItem, string> get, Action<TaskItem, string> set, bool isLong = false, string? eventType = null) =>
        new(name, get, set, (j, v) => j.WriteStringValue(v), v => v.GetString() ?? "") { IsLongText = isLong, EventType = eventType };

    private static TaskField<int> Whole(string name, Func<TaskItem, int> get, Action<TaskItem, int> set) =>
        new(name, get, set, (j, v) => j.WriteNumberValue(v), v => v.GetInt32());

    private static TaskField<Guid?> Id(string name, Func<TaskItem, Guid?> get, Action<TaskItem, Guid?> set) =>
        new(name, get, set, WriteId, v => v.ValueKind == JsonValueKind.Null ? null : v.GetGuid());

    private static TaskField<Guid[]> Ids(string name, Func<TaskItem, Guid[]> get, Action<TaskItem, Guid[]> set, string? eventType = null) =>
        new(name, get, set, WriteIds, v => [.. v.EnumerateArray().Select(e => e.GetGuid())], (a, b) => a.AsSpan().SequenceEqual(b)) { EventType = eventType };

    private static TaskField<DateTimeOffset?> Instant(string name, Func<TaskItem, DateTimeOffset?> get, Action<TaskItem, DateTimeOffset?> set, string eventType) =>
        new(name, get, set, WriteInstant, ReadInstant) { EventType = eventType };

    private static TaskField<Moment?> MomentField(string name, Func<TaskItem, Moment?> get, Action<TaskItem, Moment?> set) =>
        new(name, get, set, (j, v) => j.WriteStringValue(v?.ToString()), v => Moment.TryParse(v.GetString(), out var moment) ? moment : null);

    private static void WriteInstant(Utf8JsonWriter json, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            json.WriteStringValue(InstantConverter.Format(instant));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static DateTimeOffset? ReadInstant(JsonElement value) =>
        InstantConverter.TryParse(value.GetString(), out var instant) ? instant : null;

    private static void WriteNumber(Utf8JsonWriter json, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static int? ReadNumber(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();

    private static void WriteId(Utf8JsonWriter json, Guid? value)
    {
        if (value is { } id)
        {
            json.WriteStringValue(id);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteIds(Utf8JsonWriter json, Guid[] ids)
    {
        json.WriteStartArray();
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string[] texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
