using Waymark.Projects.TimeEntries;

namespace Waymark.Projects.Rates;

/// <summary>What an hour of billable time costs from a day on, in the currency's smallest unit.</summary>
public sealed record RateResponse(Guid Id, Guid ProjectId, Guid? UserId, long Amount, string Currency, DateOnly ValidFrom, DateTimeOffset CreatedAt)
{
    internal static RateResponse Of(ProjectRate r) => new(r.Id, r.ProjectId, r.UserId, r.Amount, r.Currency, r.ValidFrom, r.CreatedAt);
}

/// <summary>A rate to set.</summary>
public sealed record RateInput
{
    /// <summary>Whose hour it is; left out, it is that of everybody who has no rate of their own.</summary>
    public Guid? UserId { get; init; }

    /// <summary>For an hour, in the currency's smallest unit: 9000 for 90 euros.</summary>
    [Required, Range(0, ProjectRate.MaxAmount)]
    public long? Amount { get; init; }

    /// <summary>An ISO 4217 code such as EUR.</summary>
    [Required, RegularExpression("^[A-Z]{3}$", ErrorMessage = "A currency code of three capital letters such as EUR is expected.")]
    public string? Currency { get; init; }

    /// <summary>The first day on which it counts; it ends where the next one begins.</summary>
    [Required]
    public DateOnly? ValidFrom { get; init; }

    internal Problem? Check(Project project) =>
        TimeRules.CheckDate(ValidFrom!.Value, "validFrom")
        ?? (UserId is { } person && project.RankOf(person) == 0 ? Problems.NotFound("person in this project") : null);
}
