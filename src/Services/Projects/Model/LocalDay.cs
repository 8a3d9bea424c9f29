namespace Waymark.Projects.Model;

/// <summary>The calendar day that an instant falls on where a project's people are.</summary>
internal static class LocalDay
{
    /// <param name="instant">The instant.</param>
    /// <param name="timeZone">The name of the project's time zone; one that this machine does not know counts as UTC.</param>
    public static DateOnly Of(DateTimeOffset instant, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
    }
}
