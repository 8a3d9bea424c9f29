using Waymark.Projects.Parts;
using Waymark.Projects.TimeEntries;

namespace Waymark.Projects.Rates;

/// <summary>
/// What an hour of billable time costs from a day on, in the currency's smallest unit; until its last day, or else until the next one begins.
/// </summary>
public sealed record RateResponse(
    Guid Id, Guid ProjectId, Guid? UserId, long Amount, string Currency, DateOnly ValidFrom, DateOnly? ValidUntil, DateTimeOffset CreatedAt, long Version)
{
    /// <summary>Events tell no amounts: whoever sees the project hears of them.</summary>
    internal static readonly PartKind<ProjectRate, RateResponse> Kind = new(
        "rate", "rates", ProjectRate.Fields, Of,
        (r, _) => new RateSet(r.Told(), FieldChanges.None),
        (r, _) => new RateUpdated(r.Told(), FieldChanges.None),
        (r, _) => new RateDeleted(r.Told(), FieldChanges.None));

    internal static RateResponse Of(ProjectRate r) =>
        new(r.Id, r.ProjectId, r.UserId, r.Amount, r.Currency, r.ValidFrom, r.ValidUntil, r.CreatedAt, r.Version);
}

/// <summary>The writable members of a rate.</summary>
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

    /// <summary>The first day on which it counts.</summary>
    [Required]
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it counts; null: it counts until the next one begins.</summary>
    public DateOnly? ValidUntil { get; init; }

    internal static RateInput Of(ProjectRate r) =>
        new() { UserId = r.UserId, Amount = r.Amount, Currency = r.Currency, ValidFrom = r.ValidFrom, ValidUntil = r.ValidUntil };

    /// <summary>Writes the members into a draft, or says what does not fit; a person who has left keeps the rates they had.</summary>
    internal Problem? CopyTo(ProjectRate draft, Project project)
    {
        var problem = TimeRules.CheckDate(ValidFrom!.Value, "validFrom")
            ?? (ValidUntil is { } end ? TimeRules.CheckDate(end, "validUntil") : null)
            ?? (ValidUntil < ValidFrom ? Problems.Invalid("validUntil", "The last day lies before the first one.") : null)
            ?? (UserId is { } person && person != draft.UserId && project.RankOf(person) == 0 ? Problems.NotFound("person in this project") : null);
        if (problem is null)
        {
            (draft.UserId, draft.Amount, draft.Currency) = (UserId, Amount!.Value, Currency!);
            (draft.ValidFrom, draft.ValidUntil) = (ValidFrom!.Value, ValidUntil);
        }

        return problem;
    }
}
