namespace Waymark.Tasks.Model.Recurring;

/// <summary>
/// Says of any day whether a rule picks it. Every BY… part is a condition on the day; what the rule leaves open is taken from
/// the start. That gives the same days as the expanding and limiting of RFC 5545, without its table of cases.
/// </summary>
internal sealed class DayFilter
{
    private readonly RecurrenceRule _rule;
    private readonly int _months;
    private readonly long _monthDays;
    private readonly int _weekdays;
    private readonly RuleDay[] _ordinals;
    private readonly HashSet<int> _yearDays;
    private readonly HashSet<int> _weeks;
    private readonly bool _countsInMonth;

    public DayFilter(RecurrenceRule rule, DateTime start)
    {
        var (frequency, names) = (rule.Frequency, rule.NamesDays);
        _rule = rule;
        _yearDays = [.. rule.YearDays];
        _weeks = [.. rule.Weeks];
        _months = Mask(!names && frequency == Frequency.Yearly && rule.Months.Count == 0 ? [start.Month] : rule.Months);
        // Bits 0 to 31 count from the beginning, 32 to 63 from the end.
        _monthDays = !names && frequency is Frequency.Yearly or Frequency.Monthly
            ? 1L << start.Day
            : rule.MonthDays.Aggregate(0L, (mask, day) => mask | (1L << (day > 0 ? day : 32 - day)));
        var isOpenWeek = frequency == Frequency.Weekly || _weeks.Count > 0;
        _weekdays = isOpenWeek && rule.Days.Count + rule.YearDays.Count + rule.MonthDays.Count == 0
            ? 1 << (int)start.DayOfWeek
            : Mask(rule.Days.Where(d => d.Ordinal == 0).Select(d => (int)d.Day));
        _ordinals = [.. rule.Days.Where(d => d.Ordinal != 0)];
        _countsInMonth = frequency == Frequency.Monthly || rule.Months.Count > 0;
    }

    public bool Matches(DateOnly day) =>
        (_months == 0 || (_months >> day.Month & 1) == 1)
        && (_monthDays == 0 || IsMonthDay(day))
        && (_weekdays == 0 && _ordinals.Length == 0 || (_weekdays >> (int)day.DayOfWeek & 1) == 1 || IsNumbered(day))
        && (_yearDays.Count == 0 || _yearDays.Contains(day.DayOfYear) || _yearDays.Contains(day.DayOfYear - DaysIn(day.Year) - 1))
        && (_weeks.Count == 0 || IsInWeek(day));

    private bool IsMonthDay(DateOnly day)
    {
        var fromEnd = DateTime.DaysInMonth(day.Year, day.Month) - day.Day + 1;
        return (_monthDays >> day.Day & 1) == 1 || (_monthDays >> (32 + fromEnd) & 1) == 1;
    }

    /// <summary>The second Tuesday, the last Friday: of the month, or of the year where the rule names no months.</summary>
    private bool IsNumbered(DateOnly day)
    {
        var (place, length) = _countsInMonth
            ? (day.Day - 1, DateTime.DaysInMonth(day.Year, day.Month))
            : (day.DayOfYear - 1, DaysIn(day.Year));
        foreach (var ordinal in _ordinals)
        {
            var number = ordinal.Ordinal > 0 ? (place / 7) + 1 : -(((length - 1 - place) / 7) + 1);
            if (ordinal.Day == day.DayOfWeek && ordinal.Ordinal == number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A week belongs to the year in which its fourth day lies.</summary>
    private bool IsInWeek(DateOnly day)
    {
        var fourth = day.AddDays(3 - RuleWalk.DaysIntoWeek(day, _rule.WeekStart));
        var number = ((fourth.DayOfYear - 1) / 7) + 1;
        var weeks = number + ((DaysIn(fourth.Year) - fourth.DayOfYear) / 7);
        return _weeks.Contains(number) || _weeks.Contains(number - weeks - 1);
    }

    private static int DaysIn(int year) => DateTime.IsLeapYear(year) ? 366 : 365;

    private static int Mask(IEnumerable<int> values) => values.Aggregate(0, (mask, value) => mask | (1 << value));
}
