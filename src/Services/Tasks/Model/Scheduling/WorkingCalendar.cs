namespace Waymark.Tasks.Model.Scheduling;

/// <summary>A stretch of work on a weekday, in minutes of the day by the wall clock; it ends where the day ends at the latest.</summary>
internal readonly record struct WorkingHours(int From, int To)
{
    public const int MinutesADay = 24 * 60;
}

/// <summary>When is worked: hours for each weekday, holidays, a time zone. Work through midnight is two stretches.</summary>
internal sealed class WorkingCalendar
{
    private readonly WorkingHours[][] _week = [[], [], [], [], [], [], []];

    /// <param name="zone">The zone whose wall clock the hours mean.</param>
    /// <param name="week">The hours of each weekday in ascending order; a weekday that is missing is free.</param>
    /// <param name="holidays">Days without work.</param>
    /// <exception cref="ArgumentException">Nothing is ever worked, or hours overlap or leave their day.</exception>
    public WorkingCalendar(TimeZoneInfo zone, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<WorkingHours>> week, IEnumerable<DateOnly>? holidays = null)
    {
        Zone = zone;
        Holidays = holidays?.ToHashSet() ?? [];
        foreach (var (day, hours) in week)
        {
            var end = 0;
            foreach (var stretch in hours)
            {
                if (stretch.From < end || stretch.To <= stretch.From || stretch.To > WorkingHours.MinutesADay)
                {
                    throw new ArgumentException($"The hours of {day} overlap, are not in order, or leave the day.", nameof(week));
                }

                end = stretch.To;
            }

            _week[(int)day] = [.. hours];
            LongestDay = Math.Max(LongestDay, hours.Sum(h => h.To - h.From));
        }

        if (LongestDay == 0)
        {
            throw new ArgumentException("A calendar needs a weekday on which is worked.", nameof(week));
        }
    }

    public TimeZoneInfo Zone { get; }

    public IReadOnlySet<DateOnly> Holidays { get; }

    /// <summary>The working minutes of the weekday that has most.</summary>
    public int LongestDay { get; }

    /// <summary>Monday to Friday, nine to five.</summary>
    public static WorkingCalendar Office(TimeZoneInfo zone, IEnumerable<DateOnly>? holidays = null)
    {
        IReadOnlyList<WorkingHours> hours = [new(9 * 60, 17 * 60)];
        return new WorkingCalendar(zone, Enumerable.Range(1, 5).ToDictionary(day => (DayOfWeek)day, _ => hours), holidays);
    }

    /// <summary>All day, every day.</summary>
    public static WorkingCalendar Always(TimeZoneInfo zone)
    {
        IReadOnlyList<WorkingHours> hours = [new(0, WorkingHours.MinutesADay)];
        return new WorkingCalendar(zone, Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => hours));
    }

    /// <summary>The hours of a day; none on a holiday.</summary>
    public ReadOnlySpan<WorkingHours> On(DateOnly day) => Holidays.Contains(day) ? [] : _week[(int)day.DayOfWeek];
}
