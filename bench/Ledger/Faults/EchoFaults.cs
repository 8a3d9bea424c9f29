namespace Waymark.Ledger.Faults;

/// <summary>
/// Events that come more than once. A trigger keeps what the tasks' outbox was given, and the fault puts it back there, so that
/// the whole way from the relay on sees it again, whatever the transport.
/// </summary>
internal static class EchoFaults
{
    private const int Times = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private const string Keep =
        """
        create table public.ledger_echo as select *, 0 as echoes from msg.outbox with no data;
        create function public.ledger_keep() returns trigger language plpgsql security definer as $$
          begin
            if current_setting('ledger.echo', true) is distinct from 'on' then
              insert into public.ledger_echo select new.*, 0;
            end if;
            return new;
          end $$;
        create trigger ledger_keep after insert on msg.outbox for each row execute function public.ledger_keep();
        """;

    private const string Forget = "drop trigger ledger_keep on msg.outbox; drop function public.ledger_keep();";

    private const string Columns =
        """
        id, lane, partition_key, key_version, type, source, subject, occurred_at, data, tenant_id, actor_id, change_id, client_id,
        correlation_id, causation_id, traceparent, tracestate
        """;

    /// <summary>A random share of what was kept; one that still stands in the outbox is passed over and comes later.</summary>
    private const string Echo =
        $"""
        with chosen as (
          update public.ledger_echo set echoes = echoes + 1
          where echoes < $1 and random() < $2 and not exists (select 1 from msg.outbox o where o.id = ledger_echo.id) returning *),
        told as (
          insert into msg.outbox ({Columns}) select {Columns} from chosen order by random() on conflict do nothing returning 1)
        select count(*) from told
        """;

    public static async Task RepeatAsync(Scene scene)
    {
        await using var tasks = scene.World.DatabaseOf("tasks");
        await using var connection = await tasks.OpenConnectionAsync();
        await RunAsync(connection, Keep);
        await RunAsync(connection, "set ledger.echo = 'on'");
        for (var round = 0; round < 40; round++)
        {
            await Task.Delay(Pause);
            scene.Struck += await EchoAsync(connection, 0.1 + (0.2 * scene.Random.NextDouble()));
        }

        await RunAsync(connection, Forget);
        while (await EchoAsync(connection, 1) is > 0 and var last)
        {
            scene.Struck += last;
            await Task.Delay(Pause);
        }
    }

    private static async Task<long> EchoAsync(NpgsqlConnection connection, double share)
    {
        await using var echo = new NpgsqlCommand(Echo, connection) { Parameters = { new() { Value = Times }, new() { Value = share } } };
        return (long)(await echo.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
