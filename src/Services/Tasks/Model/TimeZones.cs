using System.Diagnostics.CodeAnalysis;

namespace Waymark.Tasks.Model;

/// <summary>Time zones by their IANA names.</summary>
internal static class TimeZones
{
    private const int MaxLength = 64;

    /// <summary>Finds the zone of an IANA name.</summary>
    public static bool TryFind(string id, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return id.Length <= MaxLength && TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone) && zone.HasIanaId;
    }

    /// <summary>The zone; UTC when this machine's zone data lacks it, so that an odd name never blocks work.</summary>
    public static TimeZoneInfo Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
