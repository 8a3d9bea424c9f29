using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Envelopes;
using Waymark.Platform.Messaging.Lanes;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Messaging.Transports;
using Waymark.Platform.Tests.Messaging.Rig;

namespace Waymark.Platform.Tests.Messaging;

public abstract partial class MessagingCompliance
{
    private static readonly Guid DeadProcess = Guid.Parse("00000000-0000-7000-8000-00000000dead");

    [Fact]
    public async Task Duplicate_waits_for_first_then_is_skipped()
    {
        await using var rig = await DeliveredAsync();
        var (entered, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Script.After = async (_, _, _) =>
        {
            entered.TrySetResult();
            await release.Task;
        };
        var first = ApplyAsync(rig);
        await entered.Task;
        var second = ApplyAsync(rig);
        await rig.UntilAskedAsync("other", 1L, "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        Assert.False(second.IsCompleted);
        release.SetResult();
        await Task.WhenAll(first, second);
        Assert.Single(await rig.EffectsAsync(RecordElsewhere.Consumer));
    }

    [Fact]
    public async Task Failed_first_lets_duplicate_run()
    {
        await using var rig = await DeliveredAsync();
        var (entered, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Script.After = async (_, _, _) =>
        {
            if (entered.TrySetResult())
            {
                await release.Task;
                throw new InvalidOperationException("the first");
            }
        };
        var first = ApplyAsync(rig);
        await entered.Task;
        var second = ApplyAsync(rig);
        await rig.UntilAskedAsync("other", 1L, "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        release.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await second;
        Assert.Single(await rig.EffectsAsync(RecordElsewhere.Consumer));
    }

    [Fact]
    public async Task A_repeat_after_an_unknown_commit_is_resolved_by_the_inbox()
    {
        await using var rig = await RigAsync();
        await rig.StartAsync();
        await rig.PublishAsync(3);
        await rig.UntilQuietAsync();
        // As if the commits had gone through and the answers were lost, so that everything is delivered again.
        await rig.RunAsync(
            "other",
            """
            insert into msg.delivery (consumer, message_id, lane, partition_key, key_version, envelope)
            select consumer, message_id, 1, 'label:1', 1, convert_to('{"specversion":"1.0","id":"' || message_id
              || '","source":"/s","type":"waymark.label.updated.v1","time":"2026-01-01T00:00:00Z","partitionkey":"label:1","sequence":"1","data":{}}', 'UTF8')
            from msg.inbox
            """);
        await rig.UntilQuietAsync();
        Assert.Equal(3, (await rig.EffectsAsync(RecordElsewhere.Consumer)).Count);
        Assert.Equal(0L, await rig.AskAsync<long>("other", "select count(*) from msg.dead_letter"));
    }

    [Fact]
    public async Task A_batch_that_is_dispatched_twice_is_delivered_once()
    {
        await using var rig = await RigAsync();
        await rig.PublishAsync(5);
        await rig.RunAsync("source", "create temp table kept as select 1");
        var rows = await rig.AskAsync<string>("source", "select json_agg(o)::text from (select * from msg.outbox order by seq) o");
        await rig.StartAsync();
        await rig.UntilQuietAsync();
        await rig.RunAsync("source", "insert into msg.outbox overriding system value select * from json_populate_recordset(null::msg.outbox, $1::json)", rows);
        await rig.PublishAsync();
        foreach (var consumer in Everyone)
            await rig.UntilEffectsAsync(consumer, 6);
        await rig.UntilQuietAsync();
        foreach (var consumer in Everyone)
            Assert.Equal(6, (await rig.EffectsAsync(consumer)).Count);
    }

    [Fact]
    public async Task What_died_with_a_process_is_taken_over_alone_and_innocents_survive()
    {
        await using var rig = await DeliveredAsync(4);
        await DieHoldingAsync(rig, "select message_id from msg.delivery");
        await rig.RunAsync("other", "update msg.lane_lease set lease_until = now() - interval '1 s'");
        await rig.StartAsync();
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 4);
        Assert.Equal([1, 2, 3, 4], (await rig.EffectsAsync(RecordElsewhere.Consumer)).Select(e => e.Version));
        Assert.Equal(0L, await rig.AskAsync<long>("other", "select count(*) from msg.dead_letter"));
    }

    [Fact]
    public async Task Crash_loop_goes_to_dead_letter()
    {
        await using var rig = await DeliveredAsync(3);
        var starts = 0;
        for (var life = 0; await rig.AskAsync<long>("other", "select count(*) from msg.dead_letter") == 0; life++)
        {
            Assert.InRange(life, 0, 6);
            starts += await LiveAndDieAsync(rig);
        }

        Assert.Equal(5, starts);
        Assert.Equal(DeadLetterReason.CrashLoop, await rig.AskAsync<string>("other", "select reason from msg.dead_letter"));
        Assert.Equal([1, 3], (await rig.EffectsAsync(RecordElsewhere.Consumer)).Select(e => e.Version));
    }

    [Fact]
    public async Task A_handler_that_does_not_end_is_given_up_while_whoever_waits_for_it_has_all_other_connections()
    {
        var briefly = TimeSpan.FromMilliseconds(50);
        await using var rig = await RigAsync(new MessagingOptions { HandlerLimit = briefly, HandlerGrace = briefly });
        await rig.PublishAsync();
        await HandOverAsync(rig, 1);
        var release = new TaskCompletionSource();
        rig.Script.After = (_, _, _) => release.Task;
        await using var waiting = await rig.Databases.Relay("other").OpenConnectionAsync(TestContext.Current.CancellationToken);

        // On a slow machine the limit may end a try before the handler has come so far as to ignore it.
        await MessagingRig.UntilAsync(async () => await Record.ExceptionAsync(() => ApplyAsync(rig)) is HandlerStuckException, "a handler that is given up");

        await rig.UntilAskedAsync("other", 0L, "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'");
        release.SetResult();
    }

    /// <summary>A rig whose other service has deliveries that nobody works on, because nothing is started.</summary>
    private async Task<MessagingRig> DeliveredAsync(int events = 1)
    {
        // Tests hold handlers until they have seen what they wait for.
        var rig = await RigAsync(new MessagingOptions { HandlerLimit = TimeSpan.FromMinutes(5) });
        await rig.PublishAsync(events);
        await HandOverAsync(rig, events);
        return rig;
    }

    /// <summary>Takes what stands in the outbox to the other service, by the parts that do it, without anybody who handles it.</summary>
    private static async Task HandOverAsync(MessagingRig rig, int events)
    {
        var source = rig.Local("source");
        var leases = new LaneLeases(rig.Databases.Relay("source"), source.Owner);
        await leases.BeatAsync(CancellationToken.None);
        var transport = rig.Services.GetRequiredService<ITransport>();
        using var stop = new CancellationTokenSource();
        var receiving = transport.ReceiveAsync("other", stop.Token);
        await using (var link = transport.Open("source"))
        {
            var relay = new OutboxRelay(source, leases, link);
            await MessagingRig.UntilAsync(async () => await relay.RoundAsync(CancellationToken.None) > 0, "a transport that takes events");
        }

        await leases.ReleaseAllAsync(CancellationToken.None);
        await rig.UntilAskedAsync("other", (long)events, "select count(*) from msg.delivery");
        await stop.CancelAsync();
        await receiving;
    }

    /// <summary>A process that claimed these deliveries and was killed.</summary>
    private static async Task DieHoldingAsync(MessagingRig rig, string ids)
    {
        await rig.RunAsync("other", "update msg.lane_lease set owner = $1, epoch = epoch + 1, lease_until = now() + interval '1 hour'", DeadProcess);
        await rig.RunAsync(
            "other",
            $"insert into msg.claim (lane, consumer, epoch, message_ids) select lane, consumer, 1, array_agg(message_id) from msg.delivery where message_id in ({ids}) group by lane, consumer");
    }

    private static async Task ApplyAsync(MessagingRig rig)
    {
        var other = rig.Local("other");
        var bytes = await rig.AskAsync<byte[]>("other", "select envelope from msg.delivery");
        var id = await rig.AskAsync<Guid>("other", "select message_id from msg.delivery");
        await using var session = new ConsumerSession(rig.Databases.Consumers("other"));
        await new DeliveryTransaction(other).ApplyAsync(
            session, other.Consumers.Single(), [new Delivery(id, "label:1", bytes, 0, false, false)], CancellationToken.None);
    }

    /// <summary>A process that works like the worker and is killed in the middle of version 2, if it comes to it.</summary>
    /// <returns>1 when a start was counted against version 2.</returns>
    private static async Task<int> LiveAndDieAsync(MessagingRig rig)
    {
        var other = rig.Local("other") with { Owner = Guid.CreateVersion7() };
        await rig.RunAsync("other", "update msg.lane_lease set lease_until = now() - interval '1 s'");
        await rig.RunAsync("other", "delete from msg.worker");
        var leases = new LaneLeases(rig.Databases.Relay("other"), other.Owner);
        await leases.BeatAsync(CancellationToken.None);

        var queue = new DeliveryQueue("other", rig.Databases, other.Owner);
        using var gate = new SuspectGate();
        var runner = new ClaimRunner(other, queue, gate);
        while (true)
        {
            var asked = leases.Held.Select(lane => new ClaimRequest(other.Consumers.Single(), lane, 64)).ToList();
            var claims = await queue.ClaimAsync(asked, 64, CancellationToken.None);
            if (claims is not [var claim])
                return 0;
            var isPoisoned = claim.Deliveries.Any(d => Envelope.Read(d.Envelope).Context.KeyVersion == 2);
            if (isPoisoned && !claim.IsLone)
                return 0;
            if (isPoisoned && await rig.AskAsync<int>("other", "select starts from msg.delivery where key_version = 2") < 5)
                return await queue.StartAsync(claim, CancellationToken.None) > 0 ? 1 : 0;
            await runner.RunAsync([claim], new ConsumerHealth(other.Options, other.Clock), CancellationToken.None, CancellationToken.None);
        }
    }
}
