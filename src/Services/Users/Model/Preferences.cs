namespace Waymark.Users.Model;

/// <summary>How a person wants the product to look and to speak up; absent until the first change.</summary>
internal sealed class Preferences
{
    public required Guid UserId { get; init; }

    public DayOfWeekStart WeekStart { get; set; }

    public Theme Theme { get; set; }

    public string? Accent { get; set; }

    public Density Density { get; set; } = Density.Normal;

    public bool NotifyInApp { get; set; } = true;

    public bool NotifyByEmail { get; set; } = true;

    public bool NotifyByPush { get; set; } = true;

    public Digest Digest { get; set; }

    public long Version { get; set; }
}

/// <summary>The first day of a week.</summary>
public enum DayOfWeekStart : short
{
    Monday = 0,
    Sunday = 1,
    Saturday = 2,
}

/// <summary>Light, dark, or as the system has it.</summary>
public enum Theme : short
{
    System = 0,
    Light = 1,
    Dark = 2,
}

/// <summary>How much a card shows.</summary>
public enum Density : short
{
    Compact = 0,
    Normal = 1,
    Detailed = 2,
}

/// <summary>How often notifications are summed up in a letter.</summary>
public enum Digest : short
{
    None = 0,
    Daily = 1,
    Weekly = 2,
}
