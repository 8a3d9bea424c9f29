using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Envelopes;
using Waymark.Platform.Messaging.Lanes;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Tests.Messaging.Rig;

namespace Waymark.Platform.Tests.Messaging;

public abstract partial class MessagingCompliance
{
    [Fact]
    public async Task A_reaction_carries_on_who_asked_for_what()
    {
        await using var rig = await RigAsync();
        var request = new RequestMetadata { ActorId = Guid.CreateVersion7(), ClientId = "tab-1", CorrelationId = "request-1" };
        EventContext? cause = null;
        rig.Script.After = async (consumer, db, e) =>
        {
            if (consumer != RecordElsewhere.Consumer)
                return;
            cause = e.Context;
            var counter = new Counter { Id = Guid.CreateVersion7() };
            db.Add(counter);
            // Nobody is subscribed to it, so it stays to be looked at as long as no relay of the service runs.
            MessagingRig.Raise(db, counter, 1);
            await db.SaveChangesAsync();
            rig.Script.After = (_, _, _) => Task.CompletedTask;
        };
        await using (var db = rig.Source(request))
        {
            var counter = new Counter { Id = Guid.CreateVersion7(), TenantId = Guid.CreateVersion7() };
            db.Add(counter);
            MessagingRig.Raise(db, counter, 1);
            await db.SaveChangesAsync();
        }

        await rig.StartAsync();
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 2);
        Assert.Equal((request.ActorId, "tab-1", "request-1", request.ChangeId), (cause!.ActorId, cause.ClientId, cause.CorrelationId, cause.ChangeId));
        Assert.NotNull(cause.TenantId);
        var reaction = (await rig.EffectsAsync(RecordElsewhere.Consumer))[1];
        Assert.NotEqual(cause.PartitionKey, reaction.Key);
        await rig.UntilQuietAsync();
        Assert.Equal(2, (await rig.EffectsAsync(RecordMany.Consumer)).Count);
    }

    [Fact]
    public async Task The_envelope_that_arrives_is_made_of_what_was_committed()
    {
        await using var rig = await RigAsync();
        var request = new RequestMetadata
        {
            ActorId = Guid.CreateVersion7(),
            ClientId = "tab \"ä\"",
            CorrelationId = "request-1",
            CausationId = Guid.CreateVersion7(),
            ChangeId = Guid.CreateVersion7(),
        };
        using (new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start())
        await using (var db = rig.Source(request))
        {
            Activity.Current!.TraceStateString = "vendor=1";
            var counter = new Counter { Id = Guid.CreateVersion7(), TenantId = Guid.CreateVersion7() };
            db.Add(counter);
            MessagingRig.Raise(db, counter, 1);
            await db.SaveChangesAsync();
        }

        var source = rig.Local("source");
        var leases = new LaneLeases(rig.Databases.Relay("source"), source.Owner);
        await leases.BeatAsync(CancellationToken.None);
        var row = Assert.Single(await new OutboxQueue(source).ClaimAsync(leases.Held, [], CancellationToken.None)).Message;
        Assert.Equal(request.ChangeId, row.ChangeId);
        Assert.Equal("vendor=1", row.TraceState);
        await leases.ReleaseAllAsync(CancellationToken.None);
        await HandOverAsync(rig, 1);
        var arrived = await rig.AskAsync<byte[]>("other", "select envelope from msg.delivery");
        Assert.Equal(Encoding.UTF8.GetString(new EnvelopeWriter().Write(row)), Encoding.UTF8.GetString(arrived));
    }

    [Fact]
    public async Task Trace_links_request_relay_consumer()
    {
        await using var rig = await RigAsync();
        var spans = new System.Collections.Concurrent.ConcurrentBag<Activity>();
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MessagingTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await rig.PublishAsync();
        Activity.Current = null;
        await rig.StartAsync();
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 1);
        await rig.UntilQuietAsync();
        await MessagingRig.UntilAsync(
            () => Task.FromResult(Linked(ActivityKind.Producer) && Linked(ActivityKind.Consumer)), "linked spans");

        bool Linked(ActivityKind kind) => spans.Any(s => s.Kind == kind && s.ParentId is null && s.Links.Any(l => l.Context.TraceId == request.TraceId));
    }

    [Fact]
    public async Task An_outbox_row_that_waits_holds_back_its_own_key_only()
    {
        await using var rig = await RigAsync();
        var held = await rig.PublishAsync(3);
        await rig.PublishAsync(2);
        await rig.RunAsync("source", "update msg.outbox set not_before = now() + interval '1 hour' where partition_key = $1 and key_version = 2", held);
        await rig.StartAsync();
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 3);
        await rig.UntilAskedAsync("source", 2L, "select count(*) from msg.outbox");
        await rig.RunAsync("source", "update msg.outbox set not_before = now() where not_before > now()");
        await rig.UntilQuietAsync();
        Assert.Equal([1, 2, 3], (await rig.EffectsAsync(RecordElsewhere.Consumer)).Where(e => e.Key == held).Select(e => e.Version));
    }

    [Fact]
    public async Task Oversize_event_rejected_at_save()
    {
        await using var rig = await RigAsync();
        await using var db = rig.Source();
        var counter = new Counter { Id = Guid.CreateVersion7() };
        db.Add(counter);
        var big = counter.Event() with { Name = new string('x', 1024 * 1024) };
        Assert.Throws<InvalidOperationException>(() => db.Publish(counter, big));
        var fits = counter.Event() with { Name = new string('x', 1_000_000) };
        db.Publish(counter, fits);
        await db.SaveChangesAsync();
        await rig.StartAsync();
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 1);
    }

    [Fact]
    public async Task An_event_without_a_guarded_aggregate_is_refused()
    {
        await using var rig = await RigAsync();
        await using var db = rig.Source();
        var counter = new Counter { Id = Guid.CreateVersion7() };
        MessagingRig.Raise(db, counter, 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Equal(0L, await rig.AskAsync<long>("source", "select count(*) from msg.outbox"));
        Assert.Empty(await db.Counters.ToListAsync());
    }
}
