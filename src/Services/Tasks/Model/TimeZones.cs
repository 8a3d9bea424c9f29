namespace Waymark.Tasks.Model;

/// <summary>Time zones by their IANA names.</summary>
internal static class TimeZones
{
    /// <summary>The zone; UTC when this machine's zone data lacks it, so that an odd name never blocks work.</summary>
    public static TimeZoneInfo Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
