using Waymark.Platform.Messaging.Outbox;

namespace Waymark.ActivityLog.Sealing;

/// <summary>Entries of one transaction that wait for their seal; a queue, emptied by the sealer.</summary>
internal sealed class UnsealedBatch
{
    public long Id { get; init; }

    public required Guid[] EntryIds { get; init; }

    public required byte[][] EntryHashes { get; init; }
}

/// <summary>Wakes the sealer of this process.</summary>
internal sealed class SealSignal : IDisposable
{
    private readonly OutboxSignal _signal = new();

    public void Set() => _signal.Set();

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _signal.WaitAsync(atMost, ct);

    public void Dispose() => _signal.Dispose();
}
