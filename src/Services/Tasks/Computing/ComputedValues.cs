using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Model.Custom;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Computing;

/// <summary>
/// The custom fields, computed ones among them, of tasks that stand so in no row: after a change that is yet to be saved, or at an instant
/// of the past. The statement is handed these tasks, and computes with the expressions of every other read.
/// </summary>
internal sealed class ComputedValues
{
    public static readonly ComputedValues None = new([]);

    private readonly Dictionary<Guid, IReadOnlyDictionary<string, JsonElement>> _values;

    private ComputedValues(Dictionary<Guid, IReadOnlyDictionary<string, JsonElement>> values) => _values = values;

    /// <summary>The values that tasks have after a change.</summary>
    /// <param name="db">Where the rows are that the change leaves alone.</param>
    /// <param name="projects">Those of the tasks' projects that may have computed fields; where whoever read a project knows that it has none, nothing is asked.</param>
    /// <param name="asked">The tasks whose values are wanted.</param>
    /// <param name="changed">All tasks that the change changes, as they are after it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ComputedValues> AfterAsync(
        TasksDbContext db, IReadOnlyCollection<Guid> projects, IReadOnlyCollection<TaskItem> asked, IReadOnlyCollection<TaskItem> changed, CancellationToken ct) =>
        projects.Count == 0
            ? None
            : await ReadAsync(db, ComputedFields.Of(await KnownField.OfComputingAsync(db, projects, ct), ComputedOver.Changed), db.Scope.Now, asked, changed, ct);

    /// <summary>The values that one task has after a change of it alone.</summary>
    public static Task<ComputedValues> AfterAsync(TasksDbContext db, bool hasComputed, TaskItem task, CancellationToken ct) =>
        AfterAsync(db, hasComputed ? [task.ProjectId] : [], [task], [task], ct);

    /// <summary>The values that tasks of one project had at an instant, by the definitions of today.</summary>
    public static async Task<ComputedValues> AtAsync(TasksDbContext db, Guid projectId, IReadOnlyCollection<TaskItem> then, DateTimeOffset instant, CancellationToken ct)
    {
        var known = await KnownField.OfComputingAsync(db, [projectId], ct);
        var others = known.Any(f => f.RollUpFunction is not null) ? await ChangedSince.ReadAsync(db, projectId, instant, ct) : null;
        var ids = then.Select(t => t.Id).ToHashSet();
        var fields = ComputedFields.Of(known, others is null ? ComputedOver.PastOfOne : ComputedOver.Past);
        return await ReadAsync(db, fields, instant, then, [.. then, .. (others ?? []).Where(t => !ids.Contains(t.Id))], ct);
    }

    /// <summary>The answer with its values, where there are any.</summary>
    public TaskResponse On(TaskResponse task) => _values.TryGetValue(task.Id, out var values) ? task with { CustomFields = values } : task;

    private static async Task<ComputedValues> ReadAsync(
        TasksDbContext db, ComputedFields fields, DateTimeOffset now, IReadOnlyCollection<TaskItem> asked, IReadOnlyCollection<TaskItem> given, CancellationToken ct)
    {
        if (fields.AreNone)
        {
            return None;
        }

        await using var command = await db.CommandAsync(
            $"""
            with given as materialized (select * from jsonb_populate_recordset(null::task, @given))
            select t.id, {fields.ValuesSql}, {ProjectFields.OfAnyTask}, t.type from given t join project p on p.id = t.project_id where t.id = any(@asked)
            """,
            ct);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", now));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. given.Select(t => t.Id)]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("asked", [.. asked.Select(t => t.Id)]));
        command.Parameters.Add(new NpgsqlParameter("given", NpgsqlDbType.Jsonb) { Value = RowsOf(given) });
        await using var row = await command.ExecuteReaderAsync(ct);
        var values = new Dictionary<Guid, IReadOnlyDictionary<string, JsonElement>>();
        while (await row.ReadAsync(ct))
        {
            values[row.GetGuid(0)] = CustomValues.Parse(row.GetString(1)).Named(TaskCustomField.Parse(row.GetString(2)), row.GetString(3));
        }

        return new ComputedValues(values);
    }

    /// <summary>The columns that expressions look at.</summary>
    private static string RowsOf(IEnumerable<TaskItem> tasks)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Json.Encoder }))
        {
            json.WriteStartArray();
            foreach (var task in tasks)
            {
                WriteRow(json, task);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRow(Utf8JsonWriter json, TaskItem task)
    {
        json.WriteStartObject();
        json.WriteString("id", task.Id);
        json.WriteString("project_id", task.ProjectId);
        Text(json, "parent_id", task.ParentId?.ToString());
        json.WriteString("status_category", task.StatusCategory);
        json.WriteString("type", task.Type);
        Number(json, "difficulty", task.Difficulty);
        Number(json, "estimate_minutes", task.EstimateMinutes);
        Text(json, "start_on", Day(task.StartOn));
        Text(json, "start_at", Instant(task.StartAt));
        Text(json, "due_on", Day(task.DueOn));
        Text(json, "due_at", Instant(task.DueAt));
        Text(json, "completed_at", Instant(task.CompletedAt));
        Text(json, "deleted_at", Instant(task.DeletedAt));
        Text(json, "created_at", Instant(task.CreatedAt));
        Text(json, "updated_at", Instant(task.UpdatedAt));
        Number(json, "step_count", task.StepCount);
        Number(json, "step_done_count", task.StepDoneCount);
        Number(json, "subtask_count", task.SubtaskCount);
        Number(json, "subtask_done_count", task.SubtaskDoneCount);
        if (task.CustomJson is { } custom)
        {
            json.WritePropertyName("custom_fields");
            json.WriteRawValue(custom);
        }

        json.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string? Instant(DateTimeOffset? instant) => instant is { } at ? InstantConverter.Format(at) : null;

    private static void Text(Utf8JsonWriter json, string column, string? value)
    {
        if (value is not null)
        {
            json.WriteString(column, value);
        }
    }

    private static void Number(Utf8JsonWriter json, string column, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(column, number);
        }
    }
}
