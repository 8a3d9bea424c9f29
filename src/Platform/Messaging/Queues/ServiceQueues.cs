using Npgsql;
using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Queues;

/// <summary>
/// Looks at the queues of any service. The schema <c>msg</c> is the platform's in every service's database, so this needs
/// nothing of the service but that its database answers.
/// </summary>
public sealed class ServiceQueues(ServiceDatabases databases)
{
    /// <summary>Where counting stops, so that a look into a full queue costs as little as one into an empty one.</summary>
    public const int CountedAtMost = 100_000;

    private const string Totals =
        """
        select (select count(*) from (select 1 from msg.outbox limit $1) o),
          (select greatest(now() - occurred_at, interval '0') from msg.outbox order by seq limit 1),
          (select count(*) from (select 1 from msg.dead_letter where state = 0 limit $1) l),
          (select count(*) from msg.saga where status < 2),
          (select count(*) from msg.saga where status < 2 and is_stuck),
          (select count(*)::int from msg.worker where seen_until > now())
        """;

    private const string Consumers =
        """
        with waiting as (
          select consumer, count(*) filter (where due_at <= now()) as due, count(*) filter (where due_at > now()) as waiting,
            greatest(now() - min(first_seen), interval '0') as oldest, max(last_error) as error
          from (select consumer, due_at, first_seen, last_error from msg.delivery limit $1) d group by consumer),
        out as (select consumer, since, error from msg.outage where probed_at > now() - interval '1 minute')
        select consumer, coalesce(w.due, 0), coalesce(w.waiting, 0), w.oldest, coalesce(w.error, o.error), o.since
        from waiting w full join out o using (consumer) order by consumer
        """;

    private const string Lanes =
        "select lane, case when lease_until > now() then owner end, epoch from msg.lane_lease order by lane";

    private const string Live = "select count(*)::int from msg.worker where seen_until > now()";

    /// <summary>What waits, who works, what has failed; one round trip.</summary>
    public async Task<QueueState> LookAsync(string service, CancellationToken ct)
    {
        await using var connection = await databases.Api(service).OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand(Totals), new NpgsqlBatchCommand(Consumers), new NpgsqlBatchCommand(Lanes) },
        };
        batch.BatchCommands[0].Parameters.With(CountedAtMost);
        batch.BatchCommands[1].Parameters.With(CountedAtMost);
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var state = new QueueState(new Backlog(row.GetInt64(0), Age(row, 1)), [], [], row.GetInt32(5), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
        await row.NextResultAsync(ct);
        var consumers = await ReadAsync(row, ConsumerOf, ct);
        await row.NextResultAsync(ct);
        return state with { Consumers = consumers, Lanes = await ReadAsync(row, LaneOf, ct) };
    }

    /// <summary>How many processes run the service's loops at this moment.</summary>
    public async Task<int> CountProcessesAsync(string service, CancellationToken ct)
    {
        await using var count = databases.Api(service).CreateCommand(Live);
        return (int)(await count.ExecuteScalarAsync(ct))!;
    }

    private static ConsumerQueue ConsumerOf(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt64(1),
        row.GetInt64(2),
        Age(row, 3),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5));

    private static LaneState LaneOf(NpgsqlDataReader row) => new(row.GetInt16(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetInt64(2));

    private static TimeSpan? Age(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetTimeSpan(column);

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
