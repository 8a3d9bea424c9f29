using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.RabbitMq;

/// <summary>
/// The transport over a broker: relays publish to one exchange, each service has one queue, and one process at a time
/// empties it into the service's deliveries. From there everything goes as without a broker.
/// </summary>
internal sealed class RabbitMqTransport : ITransport, IDependency, IAsyncDisposable
{
    private readonly RabbitMqOptions _options;
    private readonly Routes _routes;
    private readonly ServiceDatabases _databases;
    private readonly DeliverySignals _signals;
    private readonly TimeProvider _clock;
    private readonly ILogger<RabbitMqTransport> _log;
    private readonly BrokerConnection _publishing;
    private readonly BrokerConnection _consuming;
    private readonly ConcurrentDictionary<string, Intake> _intakes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RabbitMqLink> _links = new(StringComparer.Ordinal);
    private bool _isDisposed;

    /// <summary>Nothing is connected before a relay or a service asks for it.</summary>
    public RabbitMqTransport(
        RabbitMqOptions options, Routes routes, ServiceDatabases databases, DeliverySignals signals, TimeProvider clock, ILogger<RabbitMqTransport> log)
    {
        (_options, _routes, _databases, _signals, _clock, _log) = (options, routes, databases, signals, clock, log);
        Topology = new Topology(options.Prefix, routes);
        _publishing = new BrokerConnection("publishing", options, Topology, log);
        _consuming = new BrokerConnection("consuming", options, Topology, log);
        (_publishing.Connected, _consuming.Connected) = (_consuming.TryNow, _publishing.TryNow);
    }

    /// <summary>The exchanges and queues.</summary>
    public Topology Topology { get; }

    /// <inheritdoc />
    public string Name => "broker";

    /// <inheritdoc />
    public string Status => _publishing.IsBlocked ? "blocked" : _publishing.Current is null || _consuming.Current is null ? "down" : "up";

    /// <summary>The connection of the relays, for tests.</summary>
    internal BrokerConnection Publishing => _publishing;

    /// <summary>The connection of the services, for tests.</summary>
    internal BrokerConnection Consuming => _consuming;

    /// <inheritdoc />
    public ITransportLink Open(string service)
    {
        _publishing.Start();
        return _links[service] = new RabbitMqLink(service, _publishing, Topology, _options, _log);
    }

    /// <inheritdoc />
    public async Task ReceiveAsync(string service, CancellationToken stopping)
    {
        if (!_routes.Services.Contains(service, StringComparer.Ordinal))
        {
            return;
        }

        _consuming.Start();
        var live = IntakeOf(service, Topology.QueueOf(service), isOfTheDead: false);
        var dead = IntakeOf(service, Topology.DeadQueueOf(service), isOfTheDead: true);
        await Task.WhenAll(live.RunAsync(stopping), dead.RunAsync(stopping), LookAsync([live, dead], stopping));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // It is registered under three names, and the container disposes of each.
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _publishing.DisposeAsync();
        await _consuming.DisposeAsync();
    }

    /// <summary>The link of a service's relay, for tests.</summary>
    internal RabbitMqLink LinkOf(string service) => _links[service];

    /// <summary>What empties a service's queue, for tests.</summary>
    internal Intake IntakeOf(string service) => _intakes[Topology.QueueOf(service)];

    private Intake IntakeOf(string service, string queue, bool isOfTheDead) => _intakes[queue] = new Intake(
        queue, _consuming, Topology, new IntakeStore(service, queue, isOfTheDead, _routes, _databases, _signals, _clock, _log), _options, _log);

    /// <summary>Counts what waits, for the figures and to find a consumer that was forgotten.</summary>
    private async Task LookAsync(IReadOnlyList<Intake> intakes, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(_options.LookEvery, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stopping.IsCancellationRequested && _consuming.Current is { } connection)
                {
                    await using var channel = await connection.CreateChannelAsync(cancellationToken: stopping);
                    foreach (var intake in intakes)
                    {
                        var waiting = (await channel.QueueDeclarePassiveAsync(intake.Queue, stopping)).MessageCount;
                        BrokerTelemetry.Depth(intake.Queue, waiting);
                        intake.Look(waiting);
                    }
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The intake itself tells of a queue or connection that is gone; here only a figure is missing.
                _log.NotCounted(e, intakes[0].Queue);
            }
        }
    }
}
