namespace Waymark.Querying.Tree;

/// <summary>Where days begin.</summary>
internal static class Days
{
    /// <summary>The first instant of a day in a zone.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Midnight may fall into the hour that a time change skips; the day then begins when the clock goes on.
        var local = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
