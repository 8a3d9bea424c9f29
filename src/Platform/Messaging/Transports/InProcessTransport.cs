using Microsoft.Extensions.Logging;
using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Transports;

/// <summary>
/// The transport without a broker: it writes deliveries straight into the database of every subscribed service, also of
/// one whose consumers run in another process, with one statement per service and batch.
/// </summary>
internal sealed class InProcessTransport(Routes routes, ServiceDatabases databases, DeliverySignals signals, ILogger<InProcessTransport> log)
    : ITransport
{
    /// <inheritdoc />
    public ITransportLink Open(string service) => new InProcessLink(service, routes, databases, signals, log);

    /// <inheritdoc />
    public Task ReceiveAsync(string service, CancellationToken stopping) => Task.CompletedTask;
}
