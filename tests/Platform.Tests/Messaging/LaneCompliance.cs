using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Lanes;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Tests.Messaging.Rig;

namespace Waymark.Platform.Tests.Messaging;

public abstract partial class MessagingCompliance
{
    [Fact]
    public async Task Lease_expires_and_epoch_fences()
    {
        await using var rig = await DeliveredAsync();
        var database = rig.Databases.Relay("other");
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = new LaneLeases(database, one);
        var second = new LaneLeases(database, two);
        await first.BeatAsync(CancellationToken.None);
        Assert.Equal(OutboxMessage.Lanes, first.Held.Length);
        var stale = first.Held;

        // The first one freezes; its leases end and it counts as gone.
        await rig.RunAsync("other", "update msg.lane_lease set lease_until = now() - interval '1 s'");
        await rig.RunAsync("other", "delete from msg.worker");
        await second.BeatAsync(CancellationToken.None);
        Assert.Equal(OutboxMessage.Lanes, second.Held.Length);
        Assert.All(second.Held, lane => Assert.True(lane.Epoch > stale.Single(l => l.Number == lane.Number).Epoch));

        var consumer = rig.Local("other").Consumers.Single();
        var asked = stale.Select(lane => new ClaimRequest(consumer, lane, 64)).ToList();
        Assert.Empty(await new DeliveryQueue("other", rig.Databases, one).ClaimAsync(asked, 64, CancellationToken.None));
        asked = second.Held.Select(lane => new ClaimRequest(consumer, lane, 64)).ToList();
        Assert.Single(await new DeliveryQueue("other", rig.Databases, two).ClaimAsync(asked, 64, CancellationToken.None));

        await first.BeatAsync(CancellationToken.None);
        Assert.Empty(first.Held);
        // Now both live: the second gives half of the lanes away over its next two heartbeats.
        await second.BeatAsync(CancellationToken.None);
        await second.BeatAsync(CancellationToken.None);
        await first.BeatAsync(CancellationToken.None);
        Assert.Equal((8, 8), (first.Held.Length, second.Held.Length));
        Assert.Empty(first.Held.Select(l => l.Number).Intersect(second.Held.Select(l => l.Number)));
    }

    [Fact]
    public async Task Lanes_of_a_frozen_process_are_taken_over_while_its_handler_holds_a_transaction_open()
    {
        await using var rig = await DeliveredAsync();
        var (entered, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Script.After = (_, _, _) =>
        {
            entered.TrySetResult();
            return release.Task;
        };
        var frozen = ApplyAsync(rig);
        await entered.Task;
        await DieHoldingAsync(rig, "select message_id from msg.delivery");
        await rig.RunAsync("other", "update msg.lane_lease set lease_until = now() - interval '1 s'");

        var heir = new LaneLeases(rig.Databases.Relay("other"), Guid.CreateVersion7());
        await heir.BeatAsync(TestContext.Current.CancellationToken);

        Assert.Equal(OutboxMessage.Lanes, heir.Held.Length);
        Assert.False(frozen.IsCompleted);
        release.SetResult();
        await frozen;
        Assert.Single(await rig.EffectsAsync(RecordElsewhere.Consumer));
    }

    [Fact]
    public async Task A_process_takes_its_own_former_lanes_over_without_waiting()
    {
        var id = Guid.CreateVersion7();
        await using var rig = await RigAsync(new MessagingOptions { InstanceId = id });
        foreach (var service in new[] { "source", "other", "target" })
            await rig.RunAsync(service, "update msg.lane_lease set owner = $1, epoch = 7, lease_until = now() + interval '1 hour'", id);
        await rig.PublishAsync();
        await rig.StartAsync();
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 1);
        Assert.Equal(16L, await rig.AskAsync<long>("other", "select count(*) from msg.lane_lease where epoch = 8"));
    }

    [Fact]
    public async Task A_stop_waits_for_handlers_and_gives_the_lanes_back()
    {
        await using var rig = await RigAsync();
        var (entered, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Script.After = (consumer, _, _) =>
        {
            entered.TrySetResult();
            return release.Task;
        };
        await rig.PublishAsync(10);
        await rig.StartAsync();
        await entered.Task;
        var stop = rig.StopAsync();
        release.SetResult();
        await stop;
        foreach (var service in new[] { "source", "other", "target" })
        {
            Assert.Equal(0L, await rig.AskAsync<long>(service, "select count(*) from msg.lane_lease where owner is not null"));
            Assert.Equal(0L, await rig.AskAsync<long>(service, "select count(*) from msg.claim where cardinality(message_ids) > 0"));
            Assert.Equal(0L, await rig.AskAsync<long>(service, "select count(*) from msg.delivery where suspect"));
        }

        await using var twin = rig.Twin();
        await twin.StartAsync();
        await twin.UntilQuietAsync();
        foreach (var consumer in Everyone)
            Assert.Equal(Enumerable.Range(1, 10).Select(v => (long)v), (await twin.EffectsAsync(consumer)).Select(e => e.Version));
    }

    [Fact]
    public async Task Two_processes_share_the_work_and_double_nothing()
    {
        await using var rig = await RigAsync();
        await using var twin = rig.Twin();
        await rig.StartAsync();
        await twin.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            await rig.PublishAsync(4);
            if (i % 10 == 5)
            {
                // Leases end in the middle of the work, so both may believe in a lane for a while.
                foreach (var service in new[] { "source", "other", "target" })
                    await rig.RunAsync(service, "update msg.lane_lease set owner = $1, epoch = epoch + 1, lease_until = '-infinity'", DeadProcess);
            }
        }

        foreach (var consumer in Everyone)
        {
            await rig.UntilEffectsAsync(consumer, 120);
            var effects = await rig.EffectsAsync(consumer);
            Assert.Equal(120, effects.Count);
            Assert.All(effects.GroupBy(e => e.Key), g => Assert.Equal([1, 2, 3, 4], g.Select(e => e.Version)));
        }
    }
}
