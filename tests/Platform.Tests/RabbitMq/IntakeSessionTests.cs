using RabbitMQ.Client;
using Waymark.Platform.RabbitMq;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing.Brokers;

namespace Waymark.Platform.Tests.RabbitMq;

/// <summary>What is settled, and where: tags count anew on every channel.</summary>
public sealed class IntakeSessionTests(TestRabbitMq fixture) : IAsyncLifetime
{
    private RabbitRig _rabbit = null!;
    private string _queue = "";

    public async ValueTask InitializeAsync()
    {
        _rabbit = await RabbitRig.OpenAsync(fixture);
        _queue = _rabbit.Topology.QueueOf("other");
        await using var channel = await _rabbit.Connection.CreateChannelAsync();
        await _rabbit.Topology.DeclareAsync(channel, CancellationToken.None);
        for (var i = 0; i < 3; i++)
            await channel.BasicPublishAsync("", _queue, mandatory: true, new BasicProperties { MessageId = $"{i}" }, "{}"u8.ToArray());
        await _rabbit.UntilReadyAsync(_queue, 3);
    }

    public async ValueTask DisposeAsync() => await _rabbit.DisposeAsync();

    [Fact]
    public async Task Stale_channel_tag_is_never_settled()
    {
        var first = await OpenAsync();
        var stale = await ReadThreeAsync(first);
        await first.DisposeAsync();
        await using (var second = await OpenAsync())
        {
            var fresh = await ReadThreeAsync(second);
            Assert.Equal(stale.Select(r => (r.Tag, r.MessageId)), fresh.Select(r => (r.Tag, r.MessageId)));
            Assert.False(await first.AcknowledgeAsync(stale[0], CancellationToken.None));
            Assert.False(await second.AcknowledgeAsync(stale[0], CancellationToken.None));
            Assert.True(second.Channel.IsOpen);
        }

        await _rabbit.UntilReadyAsync(_queue, 3);
    }

    [Fact]
    public async Task Ack_is_single_tag()
    {
        await using (var session = await OpenAsync())
        {
            var received = await ReadThreeAsync(session);
            Assert.True(await session.AcknowledgeAsync(received[2], CancellationToken.None));
        }

        await _rabbit.UntilReadyAsync(_queue, 2);
        await using var next = await OpenAsync();
        Assert.Equal(["0", "1"], (await ReadAsync(next, 2)).Select(r => r.MessageId));
    }

    private Task<IntakeSession> OpenAsync() => IntakeSession.OpenAsync(_rabbit.Connection, _queue, 64, () => { }, CancellationToken.None);

    private static Task<List<Received>> ReadThreeAsync(IntakeSession session) => ReadAsync(session, 3);

    private static async Task<List<Received>> ReadAsync(IntakeSession session, int count)
    {
        var all = new List<Received>();
        await MessagingRig.UntilAsync(
            async () =>
            {
                all.AddRange(await session.ReadAsync(64, int.MaxValue, CancellationToken.None));
                return all.Count >= count;
            },
            $"{count} messages");
        return all;
    }
}
