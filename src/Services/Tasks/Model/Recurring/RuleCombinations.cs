namespace Waymark.Tasks.Model.Recurring;

/// <summary>Which parts of a rule make sense together (RFC 5545, 3.3.10).</summary>
internal static class RuleCombinations
{
    /// <summary>The part at fault and what is wrong with it.</summary>
    public static (string Part, string Message)? FaultOf(RecurrenceRule rule, bool isCalendarDate)
    {
        var frequency = rule.Frequency;
        var hasOrdinals = rule.Days.Any(d => d.Ordinal != 0);
        if (rule is { Count: not null, Until: not null })
        {
            return ("UNTIL", "COUNT and UNTIL exclude each other.");
        }

        if (rule.Weeks.Count > 0 && frequency != Frequency.Yearly)
        {
            return ("BYWEEKNO", "BYWEEKNO goes with FREQ=YEARLY only.");
        }

        if (rule.YearDays.Count > 0 && frequency is Frequency.Daily or Frequency.Weekly or Frequency.Monthly)
        {
            return ("BYYEARDAY", "BYYEARDAY goes with FREQ=YEARLY or HOURLY only.");
        }

        if (rule.MonthDays.Count > 0 && frequency == Frequency.Weekly)
        {
            return ("BYMONTHDAY", "BYMONTHDAY does not go with FREQ=WEEKLY.");
        }

        if (hasOrdinals && frequency is not (Frequency.Monthly or Frequency.Yearly))
        {
            return ("BYDAY", "Numbered weekdays such as 2TU go with FREQ=MONTHLY or YEARLY only.");
        }

        if (hasOrdinals && rule.Weeks.Count > 0)
        {
            return ("BYDAY", "Numbered weekdays such as 2TU do not go with BYWEEKNO.");
        }

        if (rule.Positions.Count > 0 && !HasAnotherBy(rule))
        {
            return ("BYSETPOS", "BYSETPOS needs another BY… part to choose from.");
        }

        return isCalendarDate ? TimeFaultOf(rule) : null;
    }

    private static bool HasAnotherBy(RecurrenceRule rule) =>
        rule.NamesDays || rule.Months.Count + rule.Hours.Count + rule.Minutes.Count + rule.Seconds.Count > 0;

    private static (string Part, string Message)? TimeFaultOf(RecurrenceRule rule) => rule switch
    {
        { Frequency: Frequency.Hourly } => ("FREQ", "FREQ=HOURLY needs a start with a time of day."),
        { Hours.Count: > 0 } => ("BYHOUR", "BYHOUR needs a start with a time of day."),
        { Minutes.Count: > 0 } => ("BYMINUTE", "BYMINUTE needs a start with a time of day."),
        { Seconds.Count: > 0 } => ("BYSECOND", "BYSECOND needs a start with a time of day."),
        _ => null,
    };
}
