using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Envelopes;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.RabbitMq;

/// <summary>Where the messages of one queue go: into the deliveries of its service, or into its dead letters.</summary>
internal sealed class IntakeStore(string service, string queue, bool isOfTheDead, Routes routes, ServiceDatabases databases, DeliverySignals signals, TimeProvider clock, ILogger log)
{
    private const string Bury =
        """
        insert into msg.dead_letter (id, direction, consumer, message_id, lane, partition_key, key_version, type, source, tenant_id,
          reason, error_message, attempts, envelope, first_seen)
        select $1, 'i', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, now()
        where not exists (select 1 from msg.inbox i where i.consumer = $2 and i.message_id = $3)
          and not exists (select 1 from msg.delivery d where d.consumer = $2 and d.message_id = $3)
        on conflict (consumer, message_id) where state < 2 do nothing
        """;

    private readonly EnvelopeWriter _writer = new();
    private readonly DeliveryQueue _queue = new(service, databases, Guid.Empty);

    /// <summary>Throws when the service's database does not answer: nothing is taken from the queue before it does.</summary>
    public async Task DemandDatabaseAsync(CancellationToken ct)
    {
        await using var ask = databases.Relay(service).CreateCommand("select 1");
        await ask.ExecuteScalarAsync(ct);
    }

    /// <summary>Stores a batch; when it returns, every message of it is durable.</summary>
    public async Task StoreAsync(IReadOnlyList<Received> batch, CancellationToken ct)
    {
        var parcels = new List<Parcel>(batch.Count);
        foreach (var received in batch)
        {
            if (await ReadAsync(received, ct) is not { } message)
            {
                continue;
            }

            var parcel = new Parcel(message, _writer.Write(message));
            if (isOfTheDead)
            {
                await BuryAsync(parcel, DeadLetterReason.Undeliverable, "The broker gave up its delivery: it was taken back too often.", ct);
            }
            else
            {
                parcels.Add(parcel);
            }
        }

        if (parcels.Count > 0)
        {
            await AddAsync(parcels, ct);
            signals.Of(service).Set();
        }
    }

    private async Task AddAsync(List<Parcel> parcels, CancellationToken ct)
    {
        try
        {
            await _queue.AddAsync(parcels, ConsumersOf(parcels), ct);
        }
        catch (PostgresException e) when (Fault.IsAboutARow(e))
        {
            if (parcels is [var refused])
            {
                await BuryAsync(refused, DeadLetterReason.Undeliverable, $"{e.SqlState} {e.MessageText}", ct);
                return;
            }

            foreach (var parcel in parcels)
            {
                await AddAsync([parcel], ct);
            }
        }
    }

    private List<(string Name, string Type)> ConsumersOf(List<Parcel> parcels) =>
        [.. parcels.Select(p => p.Message.Type).Distinct(StringComparer.Ordinal).SelectMany(type => routes.ConsumersOf(service, type), (type, name) => (name, type))];

    /// <summary>The event of a message; null when it is none, and then it stands in the dead letters.</summary>
    private async Task<OutboxMessage?> ReadAsync(Received received, CancellationToken ct)
    {
        try
        {
            return CloudEventHeaders.Read(received.Headers, received.Body);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // What it was cannot be known: it is told apart by its bytes, so that a repeat is no second letter.
            var id = Guid.TryParse(received.MessageId, out var given) ? given : new Guid(SHA256.HashData(received.Body).AsSpan(0, 16));
            var unreadable = new OutboxMessage
            {
                Id = id,
                Lane = 0,
                PartitionKey = "unknown",
                KeyVersion = 0,
                Type = received.RoutingKey,
                Source = "unknown",
                Subject = "unknown",
                OccurredAt = clock.GetUtcNow(),
                Data = received.Body,
            };
            await BuryAsync(new Parcel(unreadable, received.Body), DeadLetterReason.Malformed, e.Message, ct);
            return null;
        }
    }

    private async Task BuryAsync(Parcel parcel, string reason, string error, CancellationToken ct)
    {
        var consumers = routes.ConsumersOf(service, parcel.Message.Type);
        foreach (var consumer in consumers.Count > 0 ? consumers : [service + ".unknown"])
        {
            var m = parcel.Message;
            await using var bury = databases.Relay(service).CreateCommand(Bury);
            bury.Parameters.With(Guid.CreateVersion7(clock.GetUtcNow())).With(consumer).With(m.Id).With(m.Lane).With(m.PartitionKey).With(m.KeyVersion)
                .With(m.Type).With(m.Source).With(m.TenantId, NpgsqlDbType.Uuid).With(reason).With(error).With(parcel.Envelope);
            await bury.ExecuteNonQueryAsync(ct);
            MessagingTelemetry.Buried(consumer, reason);
        }

        log.Buried(queue, service, error);
    }
}
