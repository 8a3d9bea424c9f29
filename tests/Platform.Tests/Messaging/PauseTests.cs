using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Lanes;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.RabbitMq;

namespace Waymark.Platform.Tests.Messaging;

public sealed class PauseTests
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(20);

    /// <summary>An event waits for the broker, then for the relay, then for the worker, one after the other at worst.</summary>
    [Fact]
    public void However_long_something_was_away_everything_looks_again_within_the_promised_recovery()
    {
        var broker = new RabbitMqOptions { Url = new Uri("amqp://nobody") }.LongestWait;
        Assert.True(OutboxRelay.LongestPause + ConsumerWorker.LongestPause < Promised);
        Assert.True(broker + OutboxRelay.LongestPause + LaneLeases.BeatEvery < Promised);
    }
}
