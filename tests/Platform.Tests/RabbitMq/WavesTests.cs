using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.RabbitMq;

namespace Waymark.Platform.Tests.RabbitMq;

public sealed class WavesTests
{
    [Fact]
    public void No_key_is_in_flight_twice_and_its_versions_stay_in_order() =>
        Assert.Equal([[0, 1, 4], [2, 3], [5]], Waves.Of([Message("a"), Message("b"), Message("a"), Message("b"), Message("c"), Message("a")]));

    [Fact]
    public void A_wave_fits_one_confirmation_by_count_and_by_length()
    {
        Assert.Equal([200, 50], Waves.Of([.. Enumerable.Range(0, 250).Select(i => Message($"k{i}"))]).Select(w => w.Count));
        Assert.Equal([2, 1], Waves.Of([Message("a", 500_000), Message("b", 500_000), Message("c", 500_000)]).Select(w => w.Count));
    }

    private static OutboxMessage Message(string key, int length = 2) => new()
    {
        Id = Guid.CreateVersion7(),
        Lane = 0,
        PartitionKey = key,
        KeyVersion = 1,
        Type = "t",
        Source = "s",
        Subject = "s",
        OccurredAt = default,
        Data = new byte[length],
    };
}
