using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.Messaging.Delivering;

/// <summary>The deliveries of one service: what transports put in and its worker takes out.</summary>
internal sealed class DeliveryQueue(string service, ServiceDatabases databases, Guid owner)
{
    // A repeat of an event whose handler runs at this moment waits for it; the relay must not wait with it.
    private const string Short = "select set_config('lock_timeout', '2s', true)";
    // Losing a claim or a counted start in a crash of the database only means that it is made again.
    private const string Light = "select set_config('synchronous_commit', 'off', true)";

    /// <summary>Puts a batch into the service's database with one statement.</summary>
    /// <param name="parcels">Events that the service is subscribed to, in order.</param>
    /// <param name="consumers">The consumers and the wire types each of them takes; only types of this batch.</param>
    /// <param name="ct">Cancels.</param>
    public async Task AddAsync(IReadOnlyList<Parcel> parcels, IReadOnlyList<(string Name, string Type)> consumers, CancellationToken ct)
    {
        await using var connection = await databases.Relay(service).OpenConnectionAsync(ct);
        var add = new NpgsqlBatchCommand(DeliverySql.Add)
        {
            Parameters =
            {
                Array(parcels, p => p.Message.Id), Array(parcels, p => p.Message.Lane), Array(parcels, p => p.Message.PartitionKey),
                Array(parcels, p => p.Message.KeyVersion), Array(parcels, p => p.Message.Type), Array(parcels, p => p.Envelope),
                Array(consumers, c => c.Name), Array(consumers, c => c.Type),
            },
        };
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Short), add } };
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes due deliveries for what is asked, at most <paramref name="atMost"/> together.</summary>
    public async Task<List<Claim>> ClaimAsync(IReadOnlyList<ClaimRequest> asked, int atMost, CancellationToken ct)
    {
        await using var connection = await databases.Relay(service).OpenConnectionAsync(ct);
        var claim = new NpgsqlBatchCommand(DeliverySql.Claim)
        {
            Parameters =
            {
                Array(asked, a => a.Lane.Number), Array(asked, a => a.Lane.Epoch), Array(asked, a => a.Consumer.Name), Array(asked, a => a.AtMost),
                new() { Value = owner }, new() { Value = atMost },
            },
        };
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Light), claim } };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);

        var claims = new List<Claim>();
        var (place, rows) = (0, new List<Delivery>());
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetInt32(0) != place)
            {
                (place, rows) = (reader.GetInt32(0), []);
                var request = asked[place - 1];
                claims.Add(new Claim(request.Consumer, request.Lane, rows));
            }

            rows.Add(new Delivery(
                reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.GetInt32(4), reader.GetBoolean(5), reader.GetBoolean(6)));
        }

        return claims;
    }

    /// <summary>Counts a start of the suspect in a lone claim.</summary>
    /// <returns>How many starts it has had; 0 when it is gone.</returns>
    public async Task<int> StartAsync(Claim lone, CancellationToken ct)
    {
        await using var connection = await databases.Relay(service).OpenConnectionAsync(ct);
        await using var start = new NpgsqlCommand(DeliverySql.Start, connection)
        {
            Parameters =
            {
                new() { Value = lone.Lane.Number }, new() { Value = lone.Consumer.Name }, new() { Value = lone.Deliveries[0].MessageId },
            },
        };
        return await start.ExecuteScalarAsync(ct) is int starts ? starts : 0;
    }

    private static NpgsqlParameter<TValue[]> Array<TItem, TValue>(IReadOnlyList<TItem> items, Func<TItem, TValue> value)
    {
        var values = new TValue[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(items[i]);
        }

        return new NpgsqlParameter<TValue[]> { TypedValue = values };
    }
}
