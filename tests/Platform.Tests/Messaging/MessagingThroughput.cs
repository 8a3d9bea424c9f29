using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Platform.Messaging;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging;

/// <summary>Figures on a durable database; run by hand with <c>-explicit only</c>, never a judgement.</summary>
public sealed class MessagingThroughput
{
    private const string Fill =
        """
        insert into msg.outbox (id, lane, partition_key, key_version, type, source, subject, occurred_at, data)
        select gen_random_uuid(), (k % 16)::smallint, 'label:' || k, 1 + n / $2, 'waymark.label.updated.v1', '/waymark/source', 'label/' || k, now(),
          convert_to('{"projectId":"0192f0c1-2345-7000-8000-000000000001","labelId":"0192f0c1-2345-7000-8000-000000000001","name":"'
            || repeat('x', 600) || '","color":"#000000","changes":{}}', 'UTF8')
        from (select n, n % $2 as k from generate_series(0, $1 - 1) n) s
        """;

    [Theory(Explicit = true)]
    [InlineData(true, 20_000)]
    [InlineData(true, 100_000)]
    [InlineData(false, 15_000)]
    public async Task Backlog(bool isBatch, int events)
    {
        await using var postgres = new TestPostgres { IsDurable = true };
        var target = new Subscriptions("target");
        if (isBatch)
            target.OnBatch<StoreMany>(typeof(LabelUpdated));
        else
            target.On<LabelUpdated, RecordEach>();
        await using var rig = await MessagingRig.CreateAsync(postgres, catalogue: [new Subscriptions("source"), target, new Subscriptions("other")]);
        await rig.RunAsync("source", Fill, events, 2000);
        var wal = await rig.AskAsync<decimal>("source", "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
        var start = Stopwatch.GetTimestamp();
        var (cpu, server) = (Process.GetCurrentProcess().TotalProcessorTime, ServerTime());
        await rig.StartAsync();
        var relayed = TimeSpan.Zero;
        while (await rig.AskAsync<bool>("source", "select exists (select 1 from msg.outbox)"))
            await Task.Delay(50);
        relayed = Stopwatch.GetElapsedTime(start);
        while (await rig.AskAsync<long>("target", "select count(*) from effects") < events)
            await Task.Delay(50);
        var took = Stopwatch.GetElapsedTime(start);
        wal = await rig.AskAsync<decimal>("source", "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn") - wal;
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isBatch ? "batch" : "single")}: {events} events, relayed {relayed.TotalSeconds:0.0} s ({events / relayed.TotalSeconds:0}/s), applied {took.TotalSeconds:0.0} s ({events / took.TotalSeconds:0}/s), {wal / events:0} bytes of WAL each, CPU each: own {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / events:0} µs, server {(ServerTime() - server).TotalMicroseconds / events:0} µs"));
    }

    /// <summary>What the live backends of this run's databases have used, by the kernel's count in hundredths of a second.</summary>
    private static TimeSpan ServerTime()
    {
        var ticks = 0L;
        foreach (var folder in Directory.GetDirectories("/proc").Where(f => int.TryParse(Path.GetFileName(f), out _)))
        {
            try
            {
                if (File.ReadAllText(folder + "/cmdline").Contains(" test_", StringComparison.Ordinal))
                    ticks += File.ReadAllText(folder + "/stat").Split(')')[^1].Split(' ')[12..14].Sum(long.Parse);
            }
            catch (IOException)
            {
                // It ended between the two looks.
            }
        }

        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    [Fact(Explicit = true)]
    public async Task Latency()
    {
        await using var postgres = new TestPostgres { IsDurable = true };
        var target = new Subscriptions("target");
        target.On<LabelUpdated, RecordEach>();
        var done = new SemaphoreSlim(0);
        await using var rig = await MessagingRig.CreateAsync(postgres, catalogue: [new Subscriptions("source"), target, new Subscriptions("other")]);
        rig.Script.After = (_, _, _) =>
        {
            done.Release();
            return Task.CompletedTask;
        };
        await rig.StartAsync();
        var times = new List<double>();
        for (var i = 0; i < 300; i++)
        {
            await rig.PublishAsync();
            var start = Stopwatch.GetTimestamp();
            await done.WaitAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(20);
        }

        times.Sort();
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture, $"commit to handled: p50 {times[150]:0.0} ms, p95 {times[285]:0.0} ms, p99 {times[297]:0.0} ms"));
    }
}

/// <summary>What a projection does: one statement for the whole batch.</summary>
public sealed class StoreMany(TargetDbContext db) : IEventBatchHandler
{
    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand(
            "insert into effects (consumer, message_id, key, version) select 'target.store-many', * from unnest($1::uuid[], $2::text[], $3::bigint[])",
            (NpgsqlConnection)db.Database.GetDbConnection());
        insert.Parameters.Add(new() { Value = events.Select(e => e.Context.Id).ToArray() });
        insert.Parameters.Add(new() { Value = events.Select(e => e.Context.PartitionKey).ToArray() });
        insert.Parameters.Add(new() { Value = events.Select(e => e.Context.KeyVersion).ToArray() });
        await insert.ExecuteNonQueryAsync(ct);
    }
}
