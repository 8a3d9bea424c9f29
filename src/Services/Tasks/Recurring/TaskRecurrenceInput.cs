using Waymark.Tasks.Model.Recurring;

namespace Waymark.Tasks.Recurring;

/// <summary>How a task is to recur.</summary>
public sealed record TaskRecurrenceInput
{
    /// <summary>A recurrence rule of RFC 5545 such as <c>FREQ=WEEKLY;BYDAY=MO</c>.</summary>
    [Required, StringLength(RecurrenceRule.MaxLength)]
    public string? Rule { get; init; }

    /// <summary>Whether the next one follows the calendar of the rule, or the completion; <c>schedule</c> when left out.</summary>
    [OneOf(TaskRecurrence.BySchedule, TaskRecurrence.AfterCompletion)]
    public string? Mode { get; init; }

    internal static TaskRecurrenceInput? Of(TaskRecurrence? recurrence) =>
        recurrence is null ? null : new TaskRecurrenceInput { Rule = recurrence.Rule, Mode = recurrence.Mode };

    /// <summary>
    /// Makes a draft recur, whose dates are set, or says what is wrong with the rule. A series that goes on stays as it is; while it
    /// stands at its first task, its start follows that task's date.
    /// </summary>
    internal static Problem? Apply(TaskRecurrenceInput? input, TaskItem draft, ProjectCopy project, DateTimeOffset now)
    {
        if (input is null)
        {
            draft.Recurrence = null;
            return null;
        }

        var (rule, mode, present) = (input.Rule!.Trim(), input.Mode ?? TaskRecurrence.BySchedule, draft.Recurrence);
        var date = draft.Due ?? draft.Start;
        if (present is not null && present.Rule == rule && present.Mode == mode
            && (present.Number > 1 || present.NextId is not null || date is null || date == present.Start))
        {
            return null;
        }

        var start = date ?? Moment.On(DateOnly.FromDateTime(new WallClock(TimeZones.Find(project.TimeZone)).Read(now)));
        if (!RecurrenceRule.TryParse(rule, start, out _, out var fault))
        {
            return Problems.Invalid("recurrence.rule", fault.Message, fault.Position);
        }

        draft.Recurrence = new TaskRecurrence(rule, mode, start, start, 1, null);
        return null;
    }
}
