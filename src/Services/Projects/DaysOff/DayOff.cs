namespace Waymark.Projects.DaysOff;

/// <summary>Days, or halves of days, on which somebody does not work: their own, in whatever project they are.</summary>
internal sealed class DayOff
{
    public const int MaxOfPerson = 1_000;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>One of <see cref="DayOffKinds"/>; nobody else sees it.</summary>
    public required string Kind { get; init; }

    /// <summary>One of <see cref="DayParts"/>, of each of the days; null for whole days.</summary>
    public required string? Part { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Why somebody does not work, as it stands on the wire.</summary>
internal static class DayOffKinds
{
    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<string> All = ["vacation", "sick", "holiday", "other"];
}

/// <summary>The halves of a day, as they stand on the wire.</summary>
internal static class DayParts
{
    public const string Morning = "morning";
    public const string Afternoon = "afternoon";

    /// <summary>Both halves.</summary>
    public static readonly IReadOnlyList<string> All = [Morning, Afternoon];
}

/// <summary>How much somebody works in a week; who has said nothing works the usual hours.</summary>
internal sealed class Capacity
{
    public const decimal Usual = 40;

    public required Guid UserId { get; init; }

    public decimal HoursPerWeek { get; set; } = Usual;

    public long Version { get; set; }
}
