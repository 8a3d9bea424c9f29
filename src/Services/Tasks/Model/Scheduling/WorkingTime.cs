namespace Waymark.Tasks.Model.Scheduling;

/// <summary>
/// The working time of a calendar as one line: a position is the number of working minutes since its first day. Positions are
/// what a schedule calculates with; this index turns instants into positions and back with one binary search. It grows as
/// far as it is asked to look, at most to the year 2200. Not for several threads: each calculation has its own.
/// </summary>
internal sealed class WorkingTime
{
    private const int FirstDays = 128;

    private static readonly int LastDay = new DateOnly(2200, 12, 31).DayNumber;

    private readonly WorkingCalendar _calendar;
    private readonly WallClock _clock;
    private readonly int _firstDay;
    private int _days;
    private int _stretches;
    private long _minutes;
    private long _end = long.MinValue;

    // Of each stretch of work the instant at which it begins, in minutes since 1970, and the working minutes before it.
    private long[] _from = new long[FirstDays];
    private long[] _before = new long[FirstDays];

    // Of each day the working minutes before it.
    private long[] _beforeDay = new long[FirstDays + 1];

    /// <param name="calendar">When is worked.</param>
    /// <param name="first">Nothing lies before the day of this instant.</param>
    public WorkingTime(WorkingCalendar calendar, DateTimeOffset first)
    {
        _calendar = calendar;
        _clock = new WallClock(calendar.Zone);
        _firstDay = DateOnly.FromDateTime(_clock.Read(first)).DayNumber;
        Grow(FirstDays);
    }

    /// <summary>The position of the first working minute at or after an instant.</summary>
    public long PositionFrom(DateTimeOffset instant) => PositionOf((instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute);

    /// <summary>How many working minutes are over at an instant.</summary>
    public long PositionUntil(DateTimeOffset instant) => PositionOf((instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute);

    /// <summary>The instant at which the working minute of a position begins: after an evening it is the next morning.</summary>
    public DateTimeOffset StartAt(long position)
    {
        GrowBehind(position);
        return Instant(Array.BinarySearch(_before, 0, _stretches, position) is var i && i >= 0 ? i : ~i - 1, position);
    }

    /// <summary>The instant at which the working minutes before a position are done: an evening is not yet the next morning.</summary>
    public DateTimeOffset FinishAt(long position)
    {
        GrowBehind(position);
        var i = Array.BinarySearch(_before, 0, _stretches, position);
        return Instant(Math.Max(0, (i >= 0 ? i : ~i) - 1), position);
    }

    /// <summary>The day in which the working minute of a position lies, counted from the first; a free day has none.</summary>
    public int DayAt(long position)
    {
        GrowBehind(position);
        // Behind the free days: the last of the days that begin at or before the position.
        var (low, high) = (0, _days);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _beforeDay[middle] <= position ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The position at which a day begins.</summary>
    public long BeginningOf(int day)
    {
        while (day > _days && !IsWhole)
        {
            Grow(2 * _days);
        }

        return _beforeDay[Math.Min(day, _days)];
    }

    /// <summary>The date of a day.</summary>
    public DateOnly DateOf(int day) => DateOnly.FromDayNumber(_firstDay + day);

    /// <summary>Whether a position lies behind the last day that can be planned.</summary>
    public bool IsBehindTheEnd(long position)
    {
        GrowBehind(position);
        return position >= _minutes;
    }

    private bool IsWhole => _firstDay + _days > LastDay;

    private long PositionOf(long minute)
    {
        while (!IsWhole && (_stretches == 0 || _from[_stretches - 1] <= minute))
        {
            Grow(2 * _days);
        }

        var i = Array.BinarySearch(_from, 0, _stretches, minute) is var found && found >= 0 ? found : ~found - 1;
        return i < 0 ? 0 : Math.Min(_before[i] + minute - _from[i], i + 1 < _stretches ? _before[i + 1] : _minutes);
    }

    private DateTimeOffset Instant(int stretch, long position) =>
        DateTimeOffset.UnixEpoch.AddMinutes(_from[stretch] + Math.Min(position, _minutes) - _before[stretch]);

    private void GrowBehind(long position)
    {
        while (!IsWhole && position >= _minutes)
        {
            Grow(2 * _days);
        }
    }

    private void Grow(int days)
    {
        days = Math.Min(days, LastDay + 1 - _firstDay);
        Array.Resize(ref _beforeDay, days + 1);
        for (; _days < days; _days++)
        {
            _beforeDay[_days] = _minutes;
            AddDay(DateOnly.FromDayNumber(_firstDay + _days));
        }

        _beforeDay[_days] = _minutes;
    }

    private void AddDay(DateOnly date)
    {
        foreach (var hours in _calendar.On(date))
        {
            // Measured by instants: a night in which the clock is changed has an hour more or less.
            var (from, to) = (Math.Max(_end, MinuteAt(date, hours.From)), MinuteAt(date, hours.To));
            if (to <= from)
            {
                continue;
            }

            if (_stretches == _from.Length)
            {
                Array.Resize(ref _from, 2 * _stretches);
                Array.Resize(ref _before, 2 * _stretches);
            }

            (_from[_stretches], _before[_stretches]) = (from, _minutes);
            _stretches++;
            _minutes += to - from;
            _end = to;
        }
    }

    private long MinuteAt(DateOnly date, int minute) =>
        (_clock.FindReached(date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute)).UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute;
}
