using System.Text.Json;
using Npgsql;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Model.Custom;
using static Waymark.Platform.Http.RowMember;

namespace Waymark.Tasks.Views;

/// <summary>
/// The members of <see cref="TaskResponse"/> once more, as reads write them straight from a row of task <c>t</c> in project
/// <c>p</c>: a new member is one line here, and a test compares the two.
/// </summary>
internal static class TaskShape
{
    private static readonly IReadOnlyList<RowMember> Members =
    [
        Id("id", "t.id"),
        new("key", static (json, row, at) => json.WriteStringValue($"{row.GetString(at[0])}-{row.GetInt32(at[1])}"), "p.key", "t.number"),
        Number("number", "t.number"),
        Id("projectId", "t.project_id"),
        OptionalId("parentId", "t.parent_id"),
        Text("title", "t.title"),
        Text("description", "t.description") with { IsLong = true },
        Text("status", "t.status"),
        Text("statusCategory", "t.status_category"),
        Text("type", "t.type"),
        new("priority", static (json, row, at) => json.WriteStringValue(TaskFields.Wire((TaskPriority)row.GetInt16(at[0]))), "t.priority"),
        OptionalSmallNumber("difficulty", "t.difficulty"),
        OptionalNumber("estimateMinutes", "t.estimate_minutes"),
        OptionalNumber("durationMinutes", "t.duration_minutes"),
        MomentMember("startAt", "t.start_on", "t.start_at"),
        MomentMember("dueAt", "t.due_on", "t.due_at"),
        MomentMember("deadlineAt", "t.deadline_on", "t.deadline_at"),
        OptionalInstant("completedAt", "t.completed_at"),
        Ids("assigneeIds", "t.assignee_ids"),
        OptionalId("ownerId", "t.assignee_ids[1]"),
        Id("reporterId", "t.reporter_id"),
        Ids("watcherIds", "t.watcher_ids"),
        Texts("labels", "t.labels"),
        OptionalId("milestoneId", "t.milestone_id"),
        OptionalJson("steps", "t.steps", otherwise: "[]"),
        new("progress", static (json, row, at) => json.WriteNumberValue(
            TaskItem.ProgressOf(!row.IsDBNull(at[0]), row.GetInt16(at[1]) + row.GetInt32(at[2]), row.GetInt16(at[3]) + row.GetInt32(at[4]))),
            "t.completed_at", "t.step_count", "t.subtask_count", "t.step_done_count", "t.subtask_done_count"),
        new(TaskFields.CustomFields, WriteCustom, "t.custom_fields", ProjectFields.OfTask, "t.type", ProjectFields.HaveComputed) { IsLong = true },
        OptionalJson("recurrence", "t.recurrence", otherwise: "null"),
        Text("rank", "t.rank"),
        Number("commentCount", "t.comment_count"),
        Number("attachmentCount", "t.attachment_count"),
        Number("subtaskCount", "t.subtask_count"),
        Number("subtaskDoneCount", "t.subtask_done_count"),
        Instant("createdAt", "t.created_at"),
        Instant("updatedAt", "t.updated_at"),
        LargeNumber("version", "t.version"),
    ];

    /// <summary>A task with all its members.</summary>
    public static readonly RowShape Whole = new(Members);

    /// <summary>A task as it stands in lists.</summary>
    public static readonly RowShape Listed = new(Members.Where(m => !m.IsLong));

    private static readonly RowShape Described = new(Members.Where(m => m.Name != TaskFields.CustomFields));
    private static readonly RowShape WithCustomFields = new(Members.Where(m => m.Name == TaskFields.CustomFields || !m.IsLong));

    /// <summary>A task as it stands in a list that was asked for more.</summary>
    public static RowShape Of(ListExtras extras) => (extras.Description, extras.CustomFields) switch
    {
        (true, true) => Whole,
        (true, false) => Described,
        (false, true) => WithCustomFields,
        _ => Listed,
    };

    /// <summary>The same with what is computed among the values of custom fields.</summary>
    public static RowShape Of(ListExtras extras, ComputedFields computed) => new(
        from member in Members
        where extras.Description || member.Name != "description"
        select member.Name == TaskFields.CustomFields ? member with { Columns = [computed.ValuesSql, ProjectFields.OfAnyTask, "t.type"] } : member);

    private static void WriteCustom(Utf8JsonWriter json, NpgsqlDataReader row, ReadOnlySpan<int> at)
    {
        json.WriteStartObject();
        if (!row.IsDBNull(at[0]) && !row.IsDBNull(at[1]))
        {
            foreach (var (name, value) in CustomValues.Parse(row.GetString(at[0])).Named(TaskCustomField.Parse(row.GetString(at[1])), row.GetString(at[2])))
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static RowMember MomentMember(string name, string date, string instant) => new(
        name,
        static (json, row, at) =>
        {
            if (!row.IsDBNull(at[0]))
            {
                json.WriteStringValue(Moment.On(row.GetFieldValue<DateOnly>(at[0])).ToString());
            }
            else if (!row.IsDBNull(at[1]))
            {
                InstantConverter.Write(json, row.GetFieldValue<DateTimeOffset>(at[1]));
            }
            else
            {
                json.WriteNullValue();
            }
        },
        date,
        instant);
}
