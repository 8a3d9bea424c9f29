namespace Waymark.Operations.Model;

/// <summary>What somebody does with dead letters.</summary>
internal enum LetterActKind
{
    Replay = 1,
    Discard = 2,
    Inspect = 3,
}

/// <summary>
/// An act on dead letters under way: written before the letters are touched, gone with the commit that publishes what was done.
/// The letters stand in other databases, so no transaction spans both; this row is what lets the record be completed after a crash.
/// </summary>
internal sealed class LetterAct : IVersioned
{
    public required Guid Id { get; init; }

    public required LetterActKind Kind { get; init; }

    public required Guid ActorId { get; init; }

    public string? Reason { get; init; }

    public bool IsForced { get; init; }

    /// <summary>The service of each letter, in the order of <see cref="LetterIds"/>.</summary>
    public required string[] Services { get; init; }

    public required Guid[] LetterIds { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public long Version { get; set; }

    public string PartitionKey => $"letter_act:{Id}";

    public Guid? TenantId => null;

    /// <summary>The letters, service by service.</summary>
    public IEnumerable<IGrouping<string, Guid>> LettersByService() => Services.Zip(LetterIds).GroupBy(l => l.First, l => l.Second, StringComparer.Ordinal);
}
