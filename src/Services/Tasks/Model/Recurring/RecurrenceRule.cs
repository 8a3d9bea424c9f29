using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Waymark.Tasks.Model.Recurring;

/// <summary>What is wrong with the text of a rule.</summary>
/// <param name="Position">The character at which it goes wrong, counted from 0.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record RuleFault(int Position, string Message);

/// <summary>
/// A recurrence rule of RFC 5545 without the frequencies below an hour. It is only the pattern; where it starts and in which
/// time zone, and which occurrences are left out, stands in <see cref="Recurrence"/>.
/// </summary>
internal sealed record RecurrenceRule
{
    public const int MaxLength = 2_000;

    public required Frequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    /// <summary>How many occurrences there are, those left out included.</summary>
    public int? Count { get; init; }

    public RuleEnd? Until { get; init; }

    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>Numbers of weeks, from the end of the year where negative.</summary>
    public IReadOnlyList<int> Weeks { get; init; } = [];

    /// <summary>Days of the year, from its end where negative.</summary>
    public IReadOnlyList<int> YearDays { get; init; } = [];

    /// <summary>Days of the month, from its end where negative.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    public IReadOnlyList<RuleDay> Days { get; init; } = [];

    public IReadOnlyList<int> Hours { get; init; } = [];

    public IReadOnlyList<int> Minutes { get; init; } = [];

    public IReadOnlyList<int> Seconds { get; init; } = [];

    /// <summary>Which of a period's occurrences remain, from the end where negative.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [];

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>Whether the rule itself says on which days, so that only the rest is taken from the start.</summary>
    public bool NamesDays => Weeks.Count + YearDays.Count + MonthDays.Count + Days.Count > 0;

    /// <summary>Reads the text of a rule, strictly.</summary>
    /// <param name="text">Such as <c>FREQ=MONTHLY;BYDAY=-1FR</c>.</param>
    /// <param name="start">The start, where it is known: a calendar date takes no hours.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="fault">Where it goes wrong.</param>
    public static bool TryParse(
        string text, Moment? start, [NotNullWhen(true)] out RecurrenceRule? rule, [NotNullWhen(false)] out RuleFault? fault)
    {
        (rule, fault) = new RuleParser(text, start?.Date is not null).Parse();
        return fault is null;
    }

    /// <summary>The rule for calendar dates, which have no hours.</summary>
    public RecurrenceRule WithoutTimes() => Frequency == Frequency.Hourly
        ? this with { Frequency = Frequency.Daily, Interval = Math.Max(1, Interval / 24), Hours = [], Minutes = [], Seconds = [] }
        : this with { Hours = [], Minutes = [], Seconds = [] };

    /// <summary>The text of RFC 5545, always in the same order.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("FREQ=").Append(Frequency.ToString().ToUpperInvariant());
        Append<int>(text, "INTERVAL", Interval == 1 ? [] : [Interval]);
        Append<int>(text, "COUNT", Count is { } count ? [count] : []);
        Append<RuleEnd>(text, "UNTIL", Until is { } until ? [until] : []);
        Append(text, "BYMONTH", Months);
        Append(text, "BYWEEKNO", Weeks);
        Append(text, "BYYEARDAY", YearDays);
        Append(text, "BYMONTHDAY", MonthDays);
        Append(text, "BYDAY", Days);
        Append(text, "BYHOUR", Hours);
        Append(text, "BYMINUTE", Minutes);
        Append(text, "BYSECOND", Seconds);
        Append(text, "BYSETPOS", Positions);
        Append<string>(text, "WKST", WeekStart == DayOfWeek.Monday ? [] : [RuleDay.CodeOf(WeekStart)]);
        return text.ToString();
    }

    private static void Append<T>(StringBuilder text, string name, IReadOnlyList<T> values)
    {
        if (values.Count > 0)
        {
            text.Append(';').Append(name).Append('=').AppendJoin(',', values);
        }
    }
}
