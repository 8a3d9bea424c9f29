namespace Waymark.Tasks.Model;

/// <summary>
/// Turns what a clock on the wall of a time zone shows into instants and back. A time that the clock skips is read with the
/// offset before the gap, so it shifts forward; of a time that the clock shows twice the first counts.
/// </summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    // Offsets lie between -12 and +14 hours, so these two instants stand before and behind any time change near the reading.
    private static readonly TimeSpan Before = TimeSpan.FromHours(-15);
    private static readonly TimeSpan Behind = TimeSpan.FromHours(13);

    /// <summary>What the clock shows at an instant.</summary>
    public DateTime Read(DateTimeOffset instant) => DateTime.SpecifyKind(instant.UtcDateTime + zone.GetUtcOffset(instant), DateTimeKind.Unspecified);

    /// <summary>The instant at which the clock shows this time, and whether the clock skips it, so that the instant is a later one.</summary>
    public (DateTimeOffset Instant, bool IsSkipped) Find(DateTime local)
    {
        var asUtc = new DateTimeOffset(local.Ticks, TimeSpan.Zero);
        var earlier = zone.GetUtcOffset(asUtc + Before);
        var instant = asUtc - earlier;
        if (zone.GetUtcOffset(instant) == earlier)
        {
            return (instant, false);
        }

        var later = zone.GetUtcOffset(asUtc + Behind);
        return zone.GetUtcOffset(asUtc - later) == later ? (asUtc - later, false) : (instant, true);
    }

    /// <summary>The first instant at which the clock shows this time or has passed it: for a time that it skips, the end of the gap.</summary>
    public DateTimeOffset FindReached(DateTime local)
    {
        var (instant, isSkipped) = Find(local);
        if (!isSkipped)
        {
            return instant;
        }

        var (before, behind) = (instant - (Read(instant) - local), instant);
        while (behind - before > TimeSpan.FromMinutes(1))
        {
            var middle = before + TimeSpan.FromMinutes(Math.Floor((behind - before).TotalMinutes / 2));
            (before, behind) = Read(middle) < local ? (middle, behind) : (before, middle);
        }

        return behind;
    }
}
