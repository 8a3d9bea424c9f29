using Waymark.Projects.TimeEntries;

namespace Waymark.Projects.DaysOff;

/// <summary>Days off as the one who takes them sees them.</summary>
public sealed record DayOffResponse(
    Guid Id, Guid UserId, DateOnly From, DateOnly To, [property: OneOf(typeof(DayOffKinds))] string Kind, [property: OneOf(typeof(DayParts))] string? Part,
    DateTimeOffset CreatedAt)
{
    internal static DayOffResponse Of(DayOff d) => new(d.Id, d.UserId, d.From, d.To, d.Kind, d.Part, d.CreatedAt);
}

/// <summary>Days off to take.</summary>
public sealed record DayOffInput
{
    /// <summary>The first day.</summary>
    [Required]
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    [Required]
    public DateOnly? To { get; init; }

    /// <summary>Why; nobody else sees it. <c>vacation</c> when left out.</summary>
    [OneOf(typeof(DayOffKinds))]
    public string? Kind { get; init; }

    /// <summary>Which half of each of the days; whole days when left out.</summary>
    [OneOf(typeof(DayParts))]
    public string? Part { get; init; }

    internal Problem? Check() =>
        TimeRules.CheckDate(From!.Value, "from") ?? TimeRules.CheckDate(To!.Value, "to")
        ?? (To < From ? Problems.Invalid("to", "The last day lies before the first.") : null);
}
