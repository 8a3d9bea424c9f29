namespace Waymark.Platform.Data;

/// <summary>Instants as PostgreSQL keeps them.</summary>
public static class Instants
{
    /// <summary>Drops what <c>timestamptz</c> cannot hold, so that a value read equals the value written.</summary>
    public static DateTimeOffset CutToMicroseconds(this DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The later of <paramref name="now"/> and one microsecond after <paramref name="last"/>: instants of one stream never tie.</summary>
    public static DateTimeOffset After(this DateTimeOffset now, DateTimeOffset last) =>
        now > last ? now : last.AddTicks(TimeSpan.TicksPerMicrosecond);
}
