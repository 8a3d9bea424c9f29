namespace Waymark.Projects.Rates;

/// <summary>What an hour of billable time costs from a day on: of everybody in a project, or of one person.</summary>
internal sealed class ProjectRate
{
    public const int MaxInProject = 2_000;
    public const long MaxAmount = 100_000_000;

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>Whose hour it is; null for everybody who has no rate of their own.</summary>
    public required Guid? UserId { get; init; }

    /// <summary>In the currency's smallest unit.</summary>
    public required long Amount { get; init; }

    /// <summary>An ISO 4217 code.</summary>
    public required string Currency { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
