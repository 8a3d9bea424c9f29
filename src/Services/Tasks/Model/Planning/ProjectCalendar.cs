using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Contracts.Tasks;
using Waymark.Platform.EventSourcing;
using Waymark.Tasks.Model.Scheduling;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Tasks.Model.Planning.ProjectCalendar>;

namespace Waymark.Tasks.Model.Planning;

/// <summary>When is worked in a project; one that never said so works Monday to Friday, nine to five.</summary>
internal sealed class ProjectCalendar : IVersioned
{
    public const int MaxHolidays = 2_000;

    private static readonly CalendarDay[] Office = [.. new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.Select(day => new CalendarDay(day, [new CalendarHours("09:00", "17:00")]))];

    public Guid ProjectId { get; init; }

    public Guid WorkspaceId { get; init; }

    /// <summary>The worked weekdays as JSON.</summary>
    public string WeekJson { get; set; } = JsonSerializer.Serialize(Office, CalendarJson.Default.CalendarDayArray);

    public DateOnly[] Holidays { get; set; } = [];

    public long Version { get; set; }

    public string PartitionKey => $"calendar:{ProjectId}";

    public Guid? TenantId => WorkspaceId;

    public CalendarDay[] Week
    {
        get => JsonSerializer.Deserialize(WeekJson, CalendarJson.Default.CalendarDayArray) ?? [];
        set => WeekJson = JsonSerializer.Serialize(value, CalendarJson.Default.CalendarDayArray);
    }

    /// <summary>Everything about it that its events tell of.</summary>
    public static readonly StreamFields<ProjectCalendar> Fields = new(
    [
        new StreamField<ProjectCalendar, string>("week", c => c.WeekJson, (c, v) => c.WeekJson = v, (j, v) => j.WriteRawValue(v), v => v.GetRawText()),
        Texts("holidays", c => [.. c.Holidays.Select(Written)], (c, v) => c.Holidays = [.. v.Select(d => DateOnly.Parse(d, System.Globalization.CultureInfo.InvariantCulture))]),
    ]);

    public static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public CalendarState State() => new(ProjectId, [.. Week.Select(d => new CalendarDayState(d.Day, [.. d.Hours.Select(h => new CalendarHoursState(h.From, h.To))]))], Holidays);

    /// <summary>The calendar to calculate with.</summary>
    public WorkingCalendar In(TimeZoneInfo zone) => new(
        zone,
        Week.ToDictionary(d => DayOf(d.Day), d => (IReadOnlyList<WorkingHours>)[.. d.Hours.Select(h => new WorkingHours(Minute(h.From), Minute(h.To)))]),
        Holidays);

    public static DayOfWeek DayOf(string day) => (DayOfWeek)Weekdays.All.Index().First(d => d.Item == day).Index;

    /// <summary>The minute of the day of <c>HH:mm</c>; 24:00 is its end.</summary>
    public static int Minute(string time) => (int.Parse(time.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture) * 60) + int.Parse(time.AsSpan(3, 2), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The weekdays on the wire, in the order of <see cref="DayOfWeek"/>.</summary>
internal static class Weekdays
{
    public static readonly IReadOnlyList<string> All = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
}

/// <summary>A weekday on which is worked.</summary>
public sealed record CalendarDay([property: Required, OneOf(typeof(Weekdays))] string Day, [property: Required, MaxLength(12)] IReadOnlyList<CalendarHours> Hours);

/// <summary>A stretch of work by the clock on the wall, <c>09:00</c> to <c>17:30</c>; <c>24:00</c> is the end of the day.</summary>
public sealed record CalendarHours([property: Required] string From, [property: Required] string To);

[JsonSerializable(typeof(CalendarDay[]))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class CalendarJson : JsonSerializerContext;
