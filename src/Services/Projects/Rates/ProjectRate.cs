using Waymark.Projects.Parts;

namespace Waymark.Projects.Rates;

/// <summary>What an hour of billable time costs from a day on: of everybody in a project, or of one person.</summary>
internal sealed class ProjectRate : IProjectPart
{
    public const int MaxInProject = 2_000;
    public const long MaxAmount = 100_000_000;

    public static readonly StreamFields<ProjectRate> Fields = new(
    [
        StreamField<ProjectRate>.Id("userId", r => r.UserId, (r, v) => r.UserId = v),
        new StreamField<ProjectRate, long>("amount", r => r.Amount, (r, v) => r.Amount = v, (json, v) => json.WriteNumberValue(v), v => v.GetInt64()),
        StreamField<ProjectRate>.Text("currency", r => r.Currency, (r, v) => r.Currency = v),
        DateField.Of<ProjectRate>("validFrom", r => r.ValidFrom, (r, v) => r.ValidFrom = v!.Value),
        DateField.Of<ProjectRate>("validUntil", r => r.ValidUntil, (r, v) => r.ValidUntil = v),
    ]);

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>Whose hour it is; null for everybody who has no rate of their own.</summary>
    public Guid? UserId { get; set; }

    /// <summary>In the currency's smallest unit.</summary>
    public long Amount { get; set; }

    /// <summary>An ISO 4217 code.</summary>
    public string Currency { get; set; } = "";

    public DateOnly ValidFrom { get; set; }

    /// <summary>The last day on which it counts; null: it counts until the next one begins.</summary>
    public DateOnly? ValidUntil { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    public string PartitionKey => $"rate:{Id}";

    /// <summary>The workspace of its project, from which it is told; the row does without.</summary>
    public Guid? TenantId { get; set; }

    public ProjectRate Draft() => (ProjectRate)MemberwiseClone();

    public RateState Told() => new(Id, ProjectId, UserId, ValidFrom, ValidUntil);
}
