using System.Diagnostics;
using Waymark.Platform.Messaging.Lanes;

namespace Waymark.Platform.Messaging.Hosting;

/// <summary>
/// Forgets what is over and finds what no loop would look at again. Each job is a statement of its own that touches at
/// most a thousand rows; the holder of lane 0 does it for all processes.
/// </summary>
internal sealed class Housekeeping(LocalService local, LaneLeases leases)
{
    internal const int Most = 1000;
    private static readonly TimeSpan RollEvery = TimeSpan.FromHours(6);

    private const string RollInbox = "select msg.roll_inbox($1)";

    private const string Count =
        """
        select (select count(*) from (select 1 from msg.outbox limit 250000) o)::float8,
          coalesce(extract(epoch from now() - (select occurred_at from msg.outbox order by seq limit 1)), 0)::float8,
          (select count(*) from (select 1 from msg.delivery where due_at <= now() limit 250000) d)::float8,
          (select count(*) from msg.delivery where due_at > now())::float8,
          (select count(*) from msg.dead_letter where state = 0)::float8,
          (select count(*) from msg.saga where status < 2 and is_stuck)::float8
        """;

    private const string OldDefaults =
        """
        delete from msg.inbox_default where ctid = any(array(
          select ctid from msg.inbox_default where handled_at < now() - $1 limit $2))
        """;

    private const string OldAnswers =
        """
        delete from msg.idempotency where (principal, route, key) in (
          select principal, route, key from msg.idempotency where expires_at < now() order by expires_at limit $1 for update skip locked)
        """;

    private const string OldLetters =
        """
        delete from msg.dead_letter where id in (
          select id from msg.dead_letter where state >= 2 and resolved_at < now() - $1 order by resolved_at limit $2 for update skip locked)
        """;

    private const string OldSagas =
        """
        delete from msg.saga where id in (
          select id from msg.saga where status >= 2 and updated_at < now() - $1 order by updated_at limit $2 for update skip locked)
        """;

    /// <summary>
    /// A replay that has neither a delivery nor an effect opens again; one with an effect is resolved. No path leads
    /// here, but a state that nothing looks at again is where events get lost.
    /// </summary>
    private const string LostReplays =
        """
        update msg.dead_letter l
        set state = case when exists (select 1 from msg.inbox i where i.consumer = l.consumer and i.message_id = l.message_id) then 2 else 0 end,
          resolved_at = now()
        where id in (
          select id from msg.dead_letter r where r.state = 1 and r.died_at < now() - interval '1 minute'
            and not exists (select 1 from msg.delivery d where d.consumer = r.consumer and d.message_id = r.message_id)
          limit $1 for update skip locked)
        """;

    /// <summary>Deliveries of consumers that this program does not have. An hour's grace, because a rolling update runs two programs.</summary>
    private const string Orphans =
        """
        with d as (
          delete from msg.delivery where (consumer, message_id) in (
            select consumer, message_id from msg.delivery
            where consumer <> all($1) and first_seen < now() - interval '1 hour' limit $2 for update skip locked)
          returning *)
        insert into msg.dead_letter (id, direction, consumer, message_id, lane, partition_key, key_version, type, source,
          reason, error_message, attempts, envelope, first_seen)
        select gen_random_uuid(), 'i', consumer, message_id, lane, partition_key, key_version, 'unknown', 'unknown',
          'undeliverable', 'No consumer of this name exists any more.', attempts, envelope, first_seen from d
        on conflict (consumer, message_id) where state < 2 do update set state = 0, reason = excluded.reason, died_at = now()
        """;

    private const string LostWorkers = "delete from msg.worker where seen_until < now() - interval '1 day'";

    private long _rolledAt;

    private bool IsOurs => leases.Held.Any(l => l.Number == 0);

    /// <summary>Works until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                local.Log.Interrupted(e, "Housekeeping", local.Name, local.Options.HousekeepingEvery);
            }

            // Whoever gains lane 0 begins within a beat: until then nobody has counted what waits.
            var wait = IsOurs ? local.Options.HousekeepingEvery : LaneLeases.BeatEvery;
            await Task.Delay(wait, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One round of all jobs.</summary>
    internal async Task RoundAsync(CancellationToken ct)
    {
        if (!IsOurs)
        {
            return;
        }

        if (_rolledAt == 0 || Stopwatch.GetElapsedTime(_rolledAt) > RollEvery)
        {
            await ExecuteAsync(RollInbox, [local.Options.Retention], ct);
            _rolledAt = Stopwatch.GetTimestamp();
        }

        await CountAsync(ct);
        await AllAsync(OldDefaults, [local.Options.Retention, Most], ct);
        await AllAsync(OldAnswers, [Most], ct);
        await AllAsync(OldLetters, [local.Options.Retention, Most], ct);
        await AllAsync(OldSagas, [local.Options.Retention, Most], ct);
        await AllAsync(LostReplays, [Most], ct);
        await AllAsync(Orphans, [local.Consumers.Select(c => c.Name).ToArray(), Most], ct);
        await ExecuteAsync(LostWorkers, [], ct);
    }

    /// <summary>Repeats a job until little is left, but leaves much for the next round rather than hold on to the database.</summary>
    private async Task AllAsync(string sql, object[] values, CancellationToken ct)
    {
        for (var round = 0; round < 10; round++)
        {
            if (await ExecuteAsync(sql, values, ct) < Most)
            {
                return;
            }
        }
    }

    private async Task<int> ExecuteAsync(string sql, object[] values, CancellationToken ct)
    {
        await using var command = local.Databases.Relay(local.Name).CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task CountAsync(CancellationToken ct)
    {
        await using var count = local.Databases.Relay(local.Name).CreateCommand(Count);
        await using var reader = await count.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        MessagingTelemetry.Depth(local.Name, new QueueDepth(
            reader.GetDouble(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetDouble(4), reader.GetDouble(5)));
    }
}
