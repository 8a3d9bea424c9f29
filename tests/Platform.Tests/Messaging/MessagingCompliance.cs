using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging;

/// <summary>What every transport must hold. A transport's own test class inherits it and registers the transport.</summary>
public abstract partial class MessagingCompliance(TestPostgres postgres)
{
    protected static readonly string[] Everyone = [RecordEach.Consumer, RecordMany.Consumer, RecordElsewhere.Consumer];

    protected abstract void AddTransport(IServiceCollection services);

    /// <summary>Waits until so many events have left for a service whose database is away, and stand safe on the way.</summary>
    protected abstract Task UntilWaitingAsync(MessagingRig rig, string service, int events);

    protected Task<MessagingRig> RigAsync(Waymark.Platform.Messaging.MessagingOptions? options = null, TimeProvider? clock = null) =>
        MessagingRig.CreateAsync(postgres, AddTransport, options, clock);

    [Fact]
    public async Task Every_consumer_applies_every_event_once()
    {
        await using var rig = await RigAsync();
        await rig.StartAsync();
        for (var i = 0; i < 30; i++)
            await rig.PublishAsync();
        foreach (var consumer in Everyone)
        {
            await rig.UntilEffectsAsync(consumer, 30);
            Assert.Equal(30, (await rig.EffectsAsync(consumer)).Select(e => e.MessageId).Distinct().Count());
        }

        await rig.UntilQuietAsync();
        Assert.Equal(60L, await rig.AskAsync<long>("target", "select count(*) from msg.inbox"));
    }

    [Fact]
    public async Task Event_is_published_iff_transaction_commits()
    {
        await using var rig = await RigAsync();
        await rig.StartAsync();
        await using (var db = rig.Source())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var counter = new Counter { Id = Guid.CreateVersion7() };
            db.Add(counter);
            MessagingRig.Raise(db, counter, 1);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        var key = await rig.PublishAsync();
        await rig.UntilEffectsAsync(RecordEach.Consumer, 1);
        await rig.UntilQuietAsync();
        Assert.Equal(key, Assert.Single(await rig.EffectsAsync(RecordEach.Consumer)).Key);
    }

    [Fact]
    public async Task Rows_committed_out_of_order_are_all_dispatched()
    {
        await using var rig = await RigAsync();
        await rig.StartAsync();
        await using var late = rig.Source();
        await using var transaction = await late.Database.BeginTransactionAsync();
        var counter = new Counter { Id = Guid.CreateVersion7() };
        late.Add(counter);
        MessagingRig.Raise(late, counter, 1);
        await late.SaveChangesAsync();

        await rig.PublishAsync();
        await rig.UntilEffectsAsync(RecordEach.Consumer, 1);
        await transaction.CommitAsync();
        await rig.UntilEffectsAsync(RecordEach.Consumer, 2);
        Assert.Equal(counter.PartitionKey, (await rig.EffectsAsync(RecordEach.Consumer))[^1].Key);
    }

    [Fact]
    public async Task Per_key_effects_follow_version()
    {
        await using var rig = await RigAsync();
        await rig.StartAsync();
        var keys = new List<string>();
        for (var i = 0; i < 8; i++)
            keys.Add(await rig.PublishAsync(40));
        for (var round = 0; round < 10; round++)
        {
            foreach (var key in keys)
                await rig.PublishMoreAsync(key, 1 + (round % 3 * 20));
        }

        var perKey = 40 + Enumerable.Range(0, 10).Sum(round => 1 + (round % 3 * 20));
        foreach (var consumer in Everyone)
        {
            await rig.UntilEffectsAsync(consumer, keys.Count * perKey);
            var effects = await rig.EffectsAsync(consumer);
            Assert.All(keys, key => Assert.Equal(
                Enumerable.Range(1, perKey).Select(v => (long)v), effects.Where(e => e.Key == key).Select(e => e.Version)));
        }
    }
}
