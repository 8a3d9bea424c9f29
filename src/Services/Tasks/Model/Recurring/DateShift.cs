namespace Waymark.Tasks.Model.Recurring;

/// <summary>
/// Moves the dates of a task along from one occurrence to another. What lies at a distance keeps it, by the calendar and the clock of
/// the project: a start three days before the due date stays three days before it, whatever the clocks do in between.
/// </summary>
internal sealed class DateShift(TimeZoneInfo zone, Moment from, Moment to)
{
    private readonly WallClock _clock = new(zone);

    /// <summary>Sets the dates of the next task, and its steps back to open ones.</summary>
    public void Apply(TaskItem next, DateTimeOffset now)
    {
        if (next.Due is null && next.Start is not null)
        {
            next.Start = to;
        }
        else
        {
            next.Start = next.Start is { } start ? Move(start) : null;
            next.Due = to;
        }

        next.Deadline = next.Deadline is { } deadline ? Move(deadline) : null;
        next.Steps = [.. next.Steps.Select(s => s with { Id = Guid.CreateVersion7(now), Done = false, DueAt = s.DueAt is { } due ? Move(due) : null })];
    }

    private Moment Move(Moment moment)
    {
        var days = (Local(to).Date - Local(from).Date).Days;
        if (moment.Date is { } date)
        {
            return Moment.On(date.AddDays(days));
        }

        // From instant to instant the time of the day may move, too: every eight hours.
        var shift = from.Instant is not null && to.Instant is not null ? Local(to) - Local(from) : TimeSpan.FromDays(days);
        return Moment.At(_clock.Find(Local(moment) + shift).Instant);
    }

    private DateTime Local(Moment moment) => moment.Date?.ToDateTime(TimeOnly.MinValue) ?? _clock.Read(moment.Instant!.Value);
}
