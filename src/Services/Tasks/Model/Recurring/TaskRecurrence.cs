using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Tasks.Model.Recurring;

/// <summary>How a task recurs, and which of the series it is.</summary>
/// <param name="Rule">A recurrence rule of RFC 5545.</param>
/// <param name="Mode">Whether the next one follows the rule's own calendar, or the day on which the last one was completed.</param>
/// <param name="Start">Where the series starts: the first task's due date, else its start, else the day on which it was made to recur.</param>
/// <param name="Occurrence">The occurrence of the rule that the task stands for, wherever its dates were moved.</param>
/// <param name="Number">Which task of the series it is, from 1.</param>
/// <param name="NextId">The task that its completion made; a task makes one at most.</param>
public sealed record TaskRecurrence(
    string Rule, [property: OneOf(TaskRecurrence.BySchedule, TaskRecurrence.AfterCompletion)] string Mode, Moment Start, Moment Occurrence, int Number, Guid? NextId)
{
    internal const string BySchedule = "schedule";
    internal const string AfterCompletion = "after_completion";

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    internal static TaskRecurrence? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize(json, TaskRecurrenceJson.Stored.TaskRecurrence);

    /// <summary>The form in which it is stored and, byte by byte, answered.</summary>
    internal static string? Write(TaskRecurrence? recurrence) => recurrence is null ? null : JsonSerializer.Serialize(recurrence, TaskRecurrenceJson.Stored.TaskRecurrence);

    /// <summary>The occurrence behind this one; null when the series has ended.</summary>
    /// <param name="zone">The time zone of the project.</param>
    /// <param name="completedAt">When this one was completed.</param>
    internal Moment? Next(TimeZoneInfo zone, DateTimeOffset completedAt)
    {
        if (!RecurrenceRule.TryParse(Rule, Start, out var rule, out _))
        {
            return null;
        }

        var series = new Recurrence(rule, Start, zone);
        return Mode == AfterCompletion
            ? series.NextAfterCompletion(completedAt, Number)
            : series.After(Occurrence).Select(o => (Moment?)o).FirstOrDefault();
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TaskRecurrence))]
internal sealed partial class TaskRecurrenceJson : JsonSerializerContext
{
    /// <summary>The instance for storing; unlike <c>Default</c> it writes UTF-8 as it is.</summary>
    public static TaskRecurrenceJson Stored { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = Json.Encoder });
}
