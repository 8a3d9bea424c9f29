using System.Text.RegularExpressions;
using Waymark.Tasks.Model.Planning;

namespace Waymark.Tasks.Planning;

/// <summary>When is worked in a project.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="TimeZone">The project's time zone, whose wall clock the hours mean.</param>
/// <param name="Week">The weekdays on which is worked; one that is missing is free.</param>
/// <param name="Holidays">Days without work.</param>
/// <param name="Version">0 for one that nobody has set.</param>
public sealed record CalendarResponse(Guid ProjectId, string TimeZone, IReadOnlyList<CalendarDay> Week, IReadOnlyList<DateOnly> Holidays, long Version)
{
    internal static CalendarResponse Of(ProjectCalendar calendar, string timeZone) =>
        new(calendar.ProjectId, timeZone, calendar.Week, calendar.Holidays, calendar.Version);
}

/// <summary>The writable members of a calendar; one left out takes its default.</summary>
public sealed partial record CalendarInput
{
    /// <summary>The weekdays on which is worked; Monday to Friday, nine to five, when left out.</summary>
    [MaxLength(7)]
    public IReadOnlyList<CalendarDay>? Week { get; init; }

    /// <summary>Days without work.</summary>
    [MaxLength(ProjectCalendar.MaxHolidays)]
    public IReadOnlyList<DateOnly>? Holidays { get; init; }

    /// <summary>Writes the members into a draft, or says what is wrong with them.</summary>
    internal Problem? CopyTo(ProjectCalendar draft)
    {
        draft.Week = [.. Week ?? new ProjectCalendar().Week];
        draft.Holidays = [.. (Holidays ?? []).Distinct().Order()];
        return Week is { } week ? Faults(week) : null;
    }

    private static Problem? Faults(IReadOnlyList<CalendarDay> week)
    {
        foreach (var day in week)
        {
            if (week.Count(d => d.Day == day.Day) > 1)
            {
                return Problems.Invalid("week", "Each weekday at most once is expected.");
            }

            var end = 0;
            foreach (var hours in day.Hours)
            {
                if (!IsTime(hours.From) || !IsTime(hours.To) || ProjectCalendar.Minute(hours.From) < end || ProjectCalendar.Minute(hours.To) <= ProjectCalendar.Minute(hours.From))
                {
                    return Problems.Invalid("week", $"The hours of {day.Day} are expected in ascending order, such as 09:00 to 17:30; 24:00 is the end of the day.");
                }

                end = ProjectCalendar.Minute(hours.To);
            }
        }

        return week.Any(d => d.Hours.Count > 0) ? null : Problems.Invalid("week", "A weekday on which is worked is expected.");
    }

    private static bool IsTime(string text) => TimeOfDay().IsMatch(text);

    [GeneratedRegex("^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TimeOfDay();
}
