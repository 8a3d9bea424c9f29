namespace Waymark.Operations.Model;

/// <summary>
/// A resumption of a stuck saga under way: written before the saga is touched, which stands in another database, and gone with the
/// commit that publishes it.
/// </summary>
internal sealed class SagaAct : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid ActorId { get; init; }

    /// <summary>The service that runs the saga.</summary>
    public required string Service { get; init; }

    public required Guid SagaId { get; init; }

    public required string Type { get; init; }

    /// <summary>The step at which it stood still.</summary>
    public required string Step { get; init; }

    /// <summary>Why it did.</summary>
    public string? StuckBecause { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public long Version { get; set; }

    public string PartitionKey => $"saga_act:{Id}";

    public Guid? TenantId => null;
}
