namespace Waymark.Platform.Messaging.Outbox;

/// <summary>A committed event that waits to be dispatched: a row of <c>msg.outbox</c>, deleted once every consumer has it.</summary>
public sealed class OutboxMessage
{
    /// <summary>The largest payload, in bytes.</summary>
    public const int MaxDataLength = 1024 * 1024;

    /// <summary>How many lanes share the work of one outbox.</summary>
    public const int Lanes = 16;

    public long Seq { get; init; }

    public required Guid Id { get; init; }

    public required short Lane { get; init; }

    public required string PartitionKey { get; init; }

    public required long KeyVersion { get; init; }

    public required string Type { get; init; }

    public required string Source { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required byte[] Data { get; init; }

    public Guid? TenantId { get; init; }

    public Guid? ActorId { get; init; }

    public Guid? ChangeId { get; init; }

    public string? ClientId { get; init; }

    public string? CorrelationId { get; init; }

    public Guid? CausationId { get; init; }

    public string? TraceParent { get; init; }

    public string? TraceState { get; init; }

    /// <summary>The lane of a key: FNV-1a over its UTF-16 units, stable over processes and releases.</summary>
    public static short LaneOf(string partitionKey)
    {
        var hash = 2166136261u;
        foreach (var c in partitionKey)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (short)(hash % Lanes);
    }
}
