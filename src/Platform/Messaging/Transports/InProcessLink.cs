using Microsoft.Extensions.Logging;
using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.KillPoints;
using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Envelopes;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging.Transports;

/// <summary>One relay's way into the delivery tables of the subscribed services.</summary>
internal sealed class InProcessLink(string service, Routes routes, ServiceDatabases databases, DeliverySignals signals, ILogger log) : ITransportLink
{
    private readonly EnvelopeWriter _writer = new();
    private readonly Dictionary<string, DeliveryQueue> _queues = new(StringComparer.Ordinal);
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);

    /// <inheritdoc />
    /// <remarks>One target's absence stops nobody else.</remarks>
    public bool IsPaused => false;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Dispatch>> PublishAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct)
    {
        var outcomes = new Dispatch[messages.Count];
        var byTarget = new Dictionary<string, Shipment>(StringComparer.Ordinal);
        for (var i = 0; i < messages.Count; i++)
        {
            var targets = routes.ServicesOf(messages[i].Type);
            if (targets.Count == 0)
            {
                continue;
            }

            var parcel = new Parcel(messages[i], _writer.Write(messages[i]));
            foreach (var target in targets)
            {
                if (!byTarget.TryGetValue(target, out var shipment))
                {
                    byTarget[target] = shipment = new Shipment(target, QueueOf(target));
                }

                shipment.Add(i, parcel);
            }
        }

        // Each target is a database of its own, so their commits are waited for together.
        var shipments = byTarget.Values.ToList();
        await Task.WhenAll(shipments.Select(s => ShipAsync(s, ct)));
        Settle(shipments, outcomes);
        return outcomes;
    }

    /// <inheritdoc />
    public void Reopen() => _closed.Clear();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task ShipAsync(Shipment shipment, CancellationToken ct)
    {
        if (_closed.Contains(shipment.Target))
        {
            shipment.IsDown = true;
            return;
        }

        using var activity = MessagingTelemetry.StartPublish(service, shipment.Parcels.Select(p => p.Message));
        try
        {
            await AddAsync(shipment, shipment.Parcels, ct);
            KillSwitch.Pass(KillPoint.AfterPublish);
        }
        catch (PostgresException e) when (Fault.IsAboutARow(e))
        {
            await OneByOneAsync(shipment, ct);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            shipment.IsDown = true;
            log.TargetDown(e, shipment.Target, service);
        }

        signals.Of(shipment.Target).Set();
    }

    /// <summary>Finds the rows that the target refuses; later rows of their keys wait with them.</summary>
    private async Task OneByOneAsync(Shipment shipment, CancellationToken ct)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < shipment.Parcels.Count; i++)
        {
            var parcel = shipment.Parcels[i];
            if (refused.Contains(parcel.Message.PartitionKey))
            {
                shipment.Outcomes[i] = new Dispatch(DispatchOutcome.Held);
                continue;
            }

            try
            {
                await AddAsync(shipment, [parcel], ct);
            }
            catch (PostgresException e) when (Fault.IsAboutARow(e))
            {
                refused.Add(parcel.Message.PartitionKey);
                shipment.Outcomes[i] = new Dispatch(DispatchOutcome.Failed, $"{shipment.Target}: {e.SqlState} {e.MessageText}");
            }
            catch (NpgsqlException e)
            {
                shipment.IsDown = true;
                log.TargetDown(e, shipment.Target, service);
                return;
            }
        }
    }

    private Task AddAsync(Shipment shipment, IReadOnlyList<Parcel> parcels, CancellationToken ct)
    {
        var consumers = parcels.Select(p => p.Message.Type).Distinct(StringComparer.Ordinal)
            .SelectMany(type => routes.ConsumersOf(shipment.Target, type), (type, name) => (name, type)).ToList();
        return shipment.Queue.AddAsync(parcels, consumers, ct);
    }

    /// <summary>
    /// The worst outcome over all targets decides. When one target is down and another refused a row, the second is
    /// closed too: the refused row is set aside in memory, so only a closed target keeps later versions from passing it.
    /// </summary>
    private void Settle(List<Shipment> shipments, Dispatch[] outcomes)
    {
        var isAnyDown = shipments.Exists(s => s.IsDown);
        foreach (var shipment in shipments)
        {
            if (shipment.IsDown || (isAnyDown && shipment.Outcomes.Exists(o => o.Outcome != DispatchOutcome.Confirmed)))
            {
                _closed.Add(shipment.Target);
                shipment.IsDown = true;
            }

            for (var i = 0; i < shipment.Places.Count; i++)
            {
                var dispatch = shipment.IsDown ? new Dispatch(DispatchOutcome.Unreachable) : shipment.Outcomes[i];
                ref var outcome = ref outcomes[shipment.Places[i]];
                if (Weight(dispatch.Outcome) > Weight(outcome.Outcome))
                {
                    outcome = dispatch;
                }
            }
        }
    }

    private static int Weight(DispatchOutcome outcome) => outcome switch
    {
        DispatchOutcome.Unreachable => 4,
        DispatchOutcome.Refused => 3,
        DispatchOutcome.Failed => 2,
        DispatchOutcome.Held => 1,
        _ => 0,
    };

    private DeliveryQueue QueueOf(string target) =>
        _queues.TryGetValue(target, out var queue) ? queue : _queues[target] = new DeliveryQueue(target, databases, Guid.Empty);

    private sealed record Shipment(string Target, DeliveryQueue Queue)
    {
        public List<int> Places { get; } = [];

        public List<Parcel> Parcels { get; } = [];

        public List<Dispatch> Outcomes { get; } = [];

        public bool IsDown { get; set; }

        public void Add(int place, Parcel parcel)
        {
            Places.Add(place);
            Parcels.Add(parcel);
            Outcomes.Add(new Dispatch(DispatchOutcome.Confirmed));
        }
    }
}
