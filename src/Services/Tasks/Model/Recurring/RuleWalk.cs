namespace Waymark.Tasks.Model.Recurring;

/// <summary>
/// Walks through the periods of a rule and picks times of the wall clock, in ascending order, without looking further ahead
/// than it is asked to. It ends with the year 2200, so a rule that never matches ends too. One walk serves one reader.
/// </summary>
internal sealed class RuleWalk
{
    private const int LastYear = 2200;
    private const int SecondsADay = 24 * 60 * 60;

    private static readonly int LastDay = new DateOnly(LastYear, 12, 31).DayNumber;

    private readonly RecurrenceRule _rule;
    private readonly DayFilter _filter;
    private readonly DateTime _anchor;
    private readonly int[] _times;
    private readonly long _fraction;
    private readonly List<int> _days = new(31);
    private int[]? _places;
    private int _sizeOfPlaces;

    /// <param name="rule">The rule.</param>
    /// <param name="start">Gives what the rule leaves open: the time of day, the day of the month and so on.</param>
    /// <param name="anchor">Lies in the first period; nothing before it is picked.</param>
    public RuleWalk(RecurrenceRule rule, DateTime start, DateTime anchor)
    {
        _rule = rule;
        _filter = new DayFilter(rule, start);
        _anchor = anchor;
        _fraction = start.Ticks % TimeSpan.TicksPerSecond;
        var hours = rule.Frequency == Frequency.Hourly ? [0] : Or(rule.Hours, start.Hour);
        _times =
        [
            .. from hour in hours
               from minute in Or(rule.Minutes, start.Minute)
               from second in Or(rule.Seconds, start.Second)
               let time = (hour * 3600) + (minute * 60) + second
               orderby time
               select time,
        ];
    }

    /// <summary>How many days a day lies behind the beginning of its week.</summary>
    public static int DaysIntoWeek(DateOnly day, DayOfWeek weekStart) => ((int)day.DayOfWeek - (int)weekStart + 7) % 7;

    /// <summary>The picked times at or after the anchor and at or after a time.</summary>
    public IEnumerable<DateTime> From(DateTime time)
    {
        var first = time > _anchor ? time : _anchor;
        for (var period = PeriodBefore(first); Enter(period, out var hour); period = Next(period, hour))
        {
            var count = Pick(hour);
            for (var i = 0; i < count; i++)
            {
                var picked = At(_places?[i] ?? i, hour);
                if (picked >= first)
                {
                    yield return picked;
                }
            }
        }
    }

    /// <summary>The period in which a time lies, or one shortly before it: long series are not walked from their beginning.</summary>
    private long PeriodBefore(DateTime time)
    {
        var passed = _rule.Frequency switch
        {
            Frequency.Yearly => time.Year - _anchor.Year,
            Frequency.Monthly => MonthOf(time) - MonthOf(_anchor),
            Frequency.Weekly => (time.Date - _anchor.Date).Days / 7,
            Frequency.Daily => (time.Date - _anchor.Date).Days,
            _ => HourOf(time) - HourOf(_anchor),
        };
        return Math.Max(0, (passed / _rule.Interval) - 1);
    }

    private static long MonthOf(DateTime time) => (time.Year * 12L) + time.Month - 1;

    private static long HourOf(DateTime time) => time.Ticks / TimeSpan.TicksPerHour;

    /// <summary>Collects the days of a period; false behind the last year.</summary>
    /// <param name="period">The number of the period, the anchor's being 0.</param>
    /// <param name="hour">The hour of the day, where the period is an hour.</param>
    private bool Enter(long period, out int hour)
    {
        var steps = period * _rule.Interval;
        var (first, length) = (0L, 1);
        hour = 0;
        switch (_rule.Frequency)
        {
            case Frequency.Yearly when _anchor.Year + steps <= LastYear:
                var year = _anchor.Year + (int)steps;
                (first, length) = (new DateOnly(year, 1, 1).DayNumber, DateTime.IsLeapYear(year) ? 366 : 365);
                break;
            case Frequency.Monthly when (MonthOf(_anchor) + steps) / 12 <= LastYear:
                var month = MonthOf(_anchor) + steps;
                var beginning = new DateOnly((int)(month / 12), (int)(month % 12) + 1, 1);
                (first, length) = (beginning.DayNumber, DateTime.DaysInMonth(beginning.Year, beginning.Month));
                break;
            case Frequency.Weekly:
                var day = DateOnly.FromDateTime(_anchor);
                (first, length) = (day.DayNumber - DaysIntoWeek(day, _rule.WeekStart) + (7 * steps), 7);
                break;
            case Frequency.Daily:
                first = DateOnly.FromDateTime(_anchor).DayNumber + steps;
                break;
            case Frequency.Hourly:
                (first, hour) = ((HourOf(_anchor) + steps) / 24, (int)((HourOf(_anchor) + steps) % 24));
                break;
            default:
                return false;
        }

        if (first > LastDay)
        {
            return false;
        }

        Collect((int)first, length);
        return true;
    }

    private void Collect(int first, int length)
    {
        _days.Clear();
        for (var day = first; day < first + length; day++)
        {
            if (_filter.Matches(DateOnly.FromDayNumber(day)))
            {
                _days.Add(day);
            }
        }
    }

    /// <summary>The next period; hours of a day that does not match are passed over together.</summary>
    private long Next(long period, int hour)
    {
        if (_rule.Frequency != Frequency.Hourly || _days.Count > 0)
        {
            return period + 1;
        }

        return period + Math.Max(1, (24 - hour + _rule.Interval - 1) / _rule.Interval);
    }

    /// <summary>
    /// Chooses from a period. Its days and times make a table of which only the chosen cells are ever looked at; where
    /// BYSETPOS chooses, it chooses the same of every period of the same size.
    /// </summary>
    /// <returns>How many cells are chosen.</returns>
    private int Pick(int hour)
    {
        if (_days.Count == 0 || (_rule.Frequency == Frequency.Hourly && _rule.Hours.Count > 0 && !_rule.Hours.Contains(hour)))
        {
            return 0;
        }

        var size = _days.Count * _times.Length;
        if (_rule.Positions.Count == 0)
        {
            return size;
        }

        if (_places is null || size != _sizeOfPlaces)
        {
            _places = [.. _rule.Positions.Select(p => p > 0 ? p - 1 : size + p).Where(p => p >= 0 && p < size).Distinct().Order()];
            _sizeOfPlaces = size;
        }

        return _places.Length;
    }

    /// <summary>The time in a cell of the period's table.</summary>
    private DateTime At(int place, int hour)
    {
        var (day, time) = ((long)_days[place / _times.Length], (hour * 3600) + _times[place % _times.Length]);
        return new DateTime((((day * SecondsADay) + time) * TimeSpan.TicksPerSecond) + _fraction, DateTimeKind.Unspecified);
    }

    private static IReadOnlyList<int> Or(IReadOnlyList<int> values, int otherwise) => values.Count > 0 ? values : [otherwise];
}
