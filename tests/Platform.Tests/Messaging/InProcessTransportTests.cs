using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging;

/// <summary>The compliance suite over the transport without a broker, which is the default.</summary>
public sealed class InProcessTransportTests(TestPostgres postgres) : MessagingCompliance(postgres)
{
    [Fact]
    public async Task An_event_that_a_target_refuses_holds_its_key_then_dies_in_the_outbox_and_can_be_replayed()
    {
        await using var rig = await RigAsync();
        await rig.AdministerInsideAsync("other", "alter table msg.delivery add constraint refused check (key_version <> 2)");
        var bad = await rig.PublishAsync(3);
        await rig.PublishAsync();
        await rig.StartAsync();
        await MessagingRig.UntilAsync(
            async () => await rig.RunAsync("source", "update msg.outbox set not_before = now() + interval '1 hour' where attempts > 0") == 1, "an event that was refused");
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 2);
        Assert.Equal(2, (await rig.EffectsAsync(RecordElsewhere.Consumer)).Count);

        await MessagingRig.UntilAsync(
            async () =>
            {
                // It is not the test that waits longer after every refusal.
                await rig.RunAsync("source", "update msg.outbox set not_before = now() where attempts > 0");
                return await rig.AskAsync<long>("source", "select count(*) from msg.dead_letter") == 1;
            },
            "an event that died");
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 3);
        await rig.UntilQuietAsync();
        Assert.Equal([1, 3], (await rig.EffectsAsync(RecordElsewhere.Consumer)).Where(e => e.Key == bad).Select(e => e.Version));
        var letter = Assert.Single(await rig.DeadLetters.ListAsync("source", new DeadLetterFilter(), 10, null, CancellationToken.None));
        Assert.Equal((true, DeadLetterReason.Undeliverable, 2L), (letter.IsOutgoing, letter.Reason, letter.KeyVersion));

        await rig.AdministerInsideAsync("other", "alter table msg.delivery drop constraint refused");
        Assert.Single(await rig.DeadLetters.ReplayAsync("source", [letter.Id], Somebody(), force: false, CancellationToken.None));
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 4);
        await rig.UntilQuietAsync();
        Assert.Equal(4, (await rig.EffectsAsync(RecordEach.Consumer)).Count);
    }

    protected override void AddTransport(IServiceCollection services)
    {
        // Nothing: AddMessaging brings it.
    }

    protected override Task UntilWaitingAsync(MessagingRig rig, string service, int events) =>
        rig.UntilAskedAsync("source", (long)events, "select count(*) from msg.outbox");
}
