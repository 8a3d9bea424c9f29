using Waymark.Projects.DaysOff;

namespace Waymark.Projects.Workloads;

/// <summary>Weighs what is planned for a person against what there is of them; a week is worked from Monday to Friday.</summary>
internal static class WeekLoad
{
    private const int Workdays = 5;

    public static WorkloadResponse Of(Guid userId, PersonWeeks person, DateOnly first, int weeks)
    {
        var hours = person.HoursPerWeek ?? Capacity.Usual;
        return new WorkloadResponse(userId, hours, [.. Enumerable.Range(0, weeks).Select(i => OfWeek(person, hours, first.AddDays(7 * i)))]);
    }

    private static WorkloadWeek OfWeek(PersonWeeks person, decimal hoursPerWeek, DateOnly monday)
    {
        var halvesOff = Enumerable.Range(0, Workdays).Sum(day => HalvesOff(person.DaysOff, monday.AddDays(day)));
        var off = halvesOff * hoursPerWeek / (2 * Workdays);
        var parts = person.Plans.Select(p => (p.ProjectId, p.IsSeen, Hours: p.HoursPerWeek * WorkdaysIn(p.From, p.To, monday) / Workdays)).Where(p => p.Hours > 0).ToList();
        var planned = parts.Sum(p => p.Hours);
        var left = hoursPerWeek - off;
        var seen = parts.Where(p => p.IsSeen).GroupBy(p => p.ProjectId).Select(same => new WorkloadPart(same.Key, Round(same.Sum(p => p.Hours))));
        return new WorkloadWeek(monday, Round(left), Round(off), Round(planned), Round(planned) > Round(left), [.. seen]);
    }

    private static int WorkdaysIn(DateOnly from, DateOnly to, DateOnly monday)
    {
        var first = Math.Max(from.DayNumber, monday.DayNumber);
        var last = Math.Min(to.DayNumber, monday.DayNumber + Workdays - 1);
        return Math.Max(0, last - first + 1);
    }

    /// <summary>The halves of a day without work; what two entries name counts once.</summary>
    public static int HalvesOff(List<OffSpan> spans, DateOnly day) =>
        int.PopCount(spans.Where(s => s.From <= day && s.To >= day).Aggregate(0, (halves, s) => halves | s.Halves));

    private static decimal Round(decimal hours) => Math.Round(hours, 2, MidpointRounding.AwayFromZero);
}
