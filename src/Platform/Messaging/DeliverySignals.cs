using System.Collections.Concurrent;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging;

/// <summary>Wakes the workers of this process when a transport has put deliveries into their databases.</summary>
public sealed class DeliverySignals
{
    private readonly ConcurrentDictionary<string, OutboxSignal> _signals = new(StringComparer.Ordinal);

    /// <summary>The signal of one service; raising one that nobody waits for does nothing.</summary>
    public OutboxSignal Of(string service) => _signals.GetOrAdd(service, _ => new OutboxSignal());

    /// <summary>The signal that a saga of a service may be due.</summary>
    public OutboxSignal SagasOf(string service) => Of(service + "/sagas");
}
