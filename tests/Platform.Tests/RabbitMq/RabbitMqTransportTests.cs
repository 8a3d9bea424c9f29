using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Tests.Messaging;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;
using Waymark.Testing.Brokers;

namespace Waymark.Platform.Tests.RabbitMq;

/// <summary>The compliance suite over a real broker.</summary>
public sealed class RabbitMqTransportTests(TestPostgres postgres, TestRabbitMq fixture) : MessagingCompliance(postgres), IAsyncLifetime
{
    private RabbitRig _rabbit = null!;

    public async ValueTask InitializeAsync() => _rabbit = await RabbitRig.OpenAsync(fixture);

    [Fact]
    public async Task An_event_that_the_target_cannot_store_dies_there_and_can_be_replayed()
    {
        await using var rig = await RigAsync();
        await rig.AdministerInsideAsync("other", "alter table msg.delivery add constraint refused check (key_version <> 2)");
        var bad = await rig.PublishAsync(3);
        await rig.PublishAsync();
        await rig.StartAsync();
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 3);
        await rig.UntilQuietAsync();
        Assert.Equal([1, 3], (await rig.EffectsAsync(RecordElsewhere.Consumer)).Where(e => e.Key == bad).Select(e => e.Version));
        var letter = Assert.Single(await rig.DeadLetters.ListAsync("other", new DeadLetterFilter(), 10, null, CancellationToken.None));
        Assert.Equal((false, DeadLetterReason.Undeliverable, 2L), (letter.IsOutgoing, letter.Reason, letter.KeyVersion));

        await rig.AdministerInsideAsync("other", "alter table msg.delivery drop constraint refused");
        Assert.Single(await rig.DeadLetters.ReplayAsync("other", [letter.Id], Somebody(), force: false, CancellationToken.None));
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 4);
        Assert.Equal(4, (await rig.EffectsAsync(RecordEach.Consumer)).Count);
    }

    public async ValueTask DisposeAsync() => await _rabbit.DisposeAsync();

    protected override void AddTransport(IServiceCollection services) => _rabbit.Register(services);

    protected override Task UntilWaitingAsync(MessagingRig rig, string service, int events) =>
        _rabbit.UntilReadyAsync(_rabbit.Topology.QueueOf(service), (uint)events);
}
