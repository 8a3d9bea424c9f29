using System.Threading.Channels;
using RabbitMQ.Client;

namespace Waymark.Platform.RabbitMq;

/// <summary>A message in hand: unacknowledged, on the channel that brought it.</summary>
internal sealed record Received(IChannel Channel, ulong Tag, string RoutingKey, IDictionary<string, object?>? Headers, string? MessageId, byte[] Body);

/// <summary>
/// One channel's time as the consumer of one queue. It ends with its channel, and so do the tags of its messages: a new
/// channel counts from one again, so settling there would settle somebody else's message.
/// </summary>
internal sealed class IntakeSession : IAsyncDisposable
{
    private readonly IChannel _channel;
    private readonly Channel<Received> _inHand = System.Threading.Channels.Channel.CreateUnbounded<Received>(new() { SingleReader = true, SingleWriter = true });

    private IntakeSession(IChannel channel)
    {
        _channel = channel;
        channel.ChannelShutdownAsync += (_, e) =>
        {
            End($"The channel ended ({e.ReplyCode} {e.ReplyText}).");
            return Task.CompletedTask;
        };
    }

    /// <summary>The channel itself.</summary>
    internal IChannel Channel => _channel;

    /// <summary>The name of the consumer on its channel, for tests.</summary>
    internal string ConsumerTag { get; private set; } = "";

    /// <summary>Begins to consume a queue.</summary>
    public static async Task<IntakeSession> OpenAsync(IConnection connection, string queue, ushort prefetch, Action arrived, CancellationToken ct)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        var session = new IntakeSession(channel);
        try
        {
            await channel.BasicQosAsync(0, prefetch, global: false, ct);
            session.ConsumerTag = await channel.BasicConsumeAsync(queue, autoAck: false, new Receiver(session, arrived), ct);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for a message and takes along what else has come, in order.</summary>
    /// <exception cref="IOException">The session is over.</exception>
    public async Task<List<Received>> ReadAsync(int atMost, int bytes, CancellationToken ct)
    {
        var batch = new List<Received>();
        if (!await _inHand.Reader.WaitToReadAsync(ct))
        {
            throw new IOException("The session is over.");
        }

        for (var length = 0; batch.Count < atMost && length < bytes && _inHand.Reader.TryRead(out var received); length += received.Body.Length)
        {
            batch.Add(received);
        }

        return batch;
    }

    /// <summary>Acknowledges one message, if this is the channel that brought it and it still lives.</summary>
    /// <returns>Whether it was sent; if not, the message comes again, and is known by then.</returns>
    public async Task<bool> AcknowledgeAsync(Received received, CancellationToken ct)
    {
        if (!ReferenceEquals(received.Channel, _channel) || !_channel.IsOpen)
        {
            return false;
        }

        // Each by itself: one for all would take along what is in hand but not stored.
        await _channel.BasicAckAsync(received.Tag, multiple: false, ct);
        return true;
    }

    /// <summary>Ends it; what is in hand comes again to whoever consumes next.</summary>
    public void End(string reason) => _inHand.Writer.TryComplete(new IOException(reason));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        End("It was closed.");
        await Ending.WithinAsync(TimeSpan.FromSeconds(2), async () => await _channel.DisposeAsync());
    }

    private sealed class Receiver(IntakeSession session, Action arrived) : AsyncDefaultBasicConsumer(session._channel)
    {
        public override Task HandleBasicDeliverAsync(
            string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties,
            ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
        {
            arrived();
            // The client takes its buffer back when this returns.
            session._inHand.Writer.TryWrite(new Received(session._channel, deliveryTag, routingKey, properties.Headers, properties.MessageId, body.ToArray()));
            return Task.CompletedTask;
        }

        public override Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
        {
            session.End("The broker ended the consumer; its queue was deleted or moved.");
            return base.HandleBasicCancelAsync(consumerTag, cancellationToken);
        }
    }
}
