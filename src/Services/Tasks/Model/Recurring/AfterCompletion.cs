namespace Waymark.Tasks.Model.Recurring;

/// <summary>
/// Recurrence from the completion on, which RFC 5545 does not know. Where the rule names no days, the next occurrence lies its
/// interval behind the day of the completion, at the usual time; a day that the month lacks is its last. Where it names days
/// ("every second Friday"), it is the first of them in the period that lies its interval behind the completion's, or in the
/// first period behind that has any. Hours count from the completion itself.
/// </summary>
internal static class AfterCompletion
{
    private const int LastYear = 2200;
    private const int HoursOfCalendar = 2_700_000;

    /// <summary>What may come next, the nearest first.</summary>
    public static IEnumerable<Moment> Candidates(Recurrence recurrence, DateTimeOffset completedAt)
    {
        var rule = recurrence.Start.Date is null ? recurrence.Rule : recurrence.Rule.WithoutTimes();
        var done = recurrence.Clock.Read(completedAt);
        if (rule.NamesDays || rule.Months.Count > 0 || rule.Hours.Count + rule.Minutes.Count + rule.Seconds.Count > 0)
        {
            return Named(rule, recurrence, done);
        }

        return rule.Frequency == Frequency.Hourly ? Hourly(rule, completedAt) : Open(rule, recurrence, done);
    }

    private static IEnumerable<Moment> Named(RecurrenceRule rule, Recurrence recurrence, DateTime done)
    {
        var start = recurrence.LocalOf(recurrence.Start);
        var first = FirstOfPeriod(Add(done, rule.Frequency, rule.Interval), rule);
        return new RuleWalk(rule with { Interval = 1 }, start, anchor: first).From(first)
            .Where(time => time > done)
            .Select(time => recurrence.MomentAt(time).Moment);
    }

    private static IEnumerable<Moment> Open(RecurrenceRule rule, Recurrence recurrence, DateTime done)
    {
        var time = recurrence.LocalOf(recurrence.Start).TimeOfDay;
        for (var step = 1L; Add(done.Date, rule.Frequency, step * rule.Interval) is { Year: <= LastYear } day; step++)
        {
            yield return recurrence.MomentAt(day + time).Moment;
        }
    }

    private static IEnumerable<Moment> Hourly(RecurrenceRule rule, DateTimeOffset completedAt)
    {
        for (var hours = (long)rule.Interval; hours < HoursOfCalendar && completedAt.AddHours(hours) is { Year: <= LastYear } instant; hours += rule.Interval)
        {
            yield return Moment.At(instant.ToUniversalTime());
        }
    }

    /// <summary>Adds periods; far behind the last year it is the last day of the calendar.</summary>
    private static DateTime Add(DateTime time, Frequency frequency, long periods)
    {
        var most = frequency switch { Frequency.Yearly => 300, Frequency.Monthly => 3_600, Frequency.Weekly => 16_000, Frequency.Daily => 110_000, _ => HoursOfCalendar };
        if (periods > most)
        {
            return DateTime.MaxValue;
        }

        var number = (int)periods;
        return frequency switch
        {
            Frequency.Yearly => time.AddYears(number),
            Frequency.Monthly => time.AddMonths(number),
            Frequency.Weekly => time.AddDays(7 * number),
            Frequency.Daily => time.AddDays(number),
            _ => time.AddHours(number),
        };
    }

    private static DateTime FirstOfPeriod(DateTime time, RecurrenceRule rule) => rule.Frequency switch
    {
        Frequency.Yearly => new DateTime(time.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
        Frequency.Monthly => new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Unspecified),
        Frequency.Weekly => time.Date.AddDays(-RuleWalk.DaysIntoWeek(DateOnly.FromDateTime(time), rule.WeekStart)),
        Frequency.Daily => time.Date,
        _ => time.Date.AddHours(time.Hour),
    };
}
