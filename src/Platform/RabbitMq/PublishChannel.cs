using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Waymark.Platform.KillPoints;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.RabbitMq;

/// <summary>What the broker said about one message.</summary>
internal enum Confirmation
{
    /// <summary>Nothing, before the channel or the time ended.</summary>
    None,

    /// <summary>Every queue has it on its disk.</summary>
    Taken,

    /// <summary>A queue is full or unavailable.</summary>
    Refused,

    /// <summary>There was no queue for it.</summary>
    Returned,
}

/// <summary>
/// A channel of one writer that sends batches and counts their confirmations itself: the client's own tracking loses count
/// when a publication is cancelled, and hides which of many were taken when a channel ends.
/// </summary>
internal sealed class PublishChannel : IAsyncDisposable
{
    private readonly IChannel _channel;
    private readonly Lock _gate = new();
    private Batch? _batch;
    private ulong _nextTag = 1;

    private PublishChannel(IConnection connection, IChannel channel)
    {
        Connection = connection;
        _channel = channel;
        channel.BasicAcksAsync += (_, e) => Settle(e.DeliveryTag, e.Multiple, Confirmation.Taken);
        channel.BasicNacksAsync += (_, e) => Settle(e.DeliveryTag, e.Multiple, Confirmation.Refused);
        channel.BasicReturnAsync += (_, e) => Returned(e.BasicProperties.MessageId);
        channel.ChannelShutdownAsync += (_, e) => Ended(e);
    }

    /// <summary>The connection that it belongs to.</summary>
    public IConnection Connection { get; }

    /// <summary>Whether it can be used.</summary>
    public bool IsOpen => _channel.IsOpen;

    /// <summary>The channel itself.</summary>
    internal IChannel Channel => _channel;

    /// <summary>Opens one.</summary>
    public static async Task<PublishChannel> OpenAsync(IConnection connection, CancellationToken ct) => new(
        connection,
        await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false), ct));

    /// <summary>Sends messages in order and waits for what the broker says about each; whatever ends it, the answers so far stand.</summary>
    /// <param name="exchange">Where to.</param>
    /// <param name="messages">What, at most <see cref="RabbitMqOptions.BatchCount"/>.</param>
    /// <param name="answers">Filled with the confirmations, in the order of the messages.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="isWaiting">Whether the broker has asked for patience; the limit then begins anew.</param>
    /// <exception cref="TimeoutException">The broker did not say everything in time; this channel's connection must go.</exception>
    public async Task SendAsync(
        string exchange, IReadOnlyList<OutboxMessage> messages, Confirmation[] answers, TimeSpan limit, Func<bool> isWaiting)
    {
        var batch = new Batch(_nextTag, messages, answers);
        lock (_gate)
        {
            _batch = batch;
        }

        _nextTag += (ulong)messages.Count;
        var sending = SendAllAsync(exchange, messages, batch);
        while (true)
        {
            try
            {
                await sending.WaitAsync(limit);
                return;
            }
            catch (TimeoutException) when (isWaiting())
            {
                // It reads nothing from us at present, so it cannot confirm; it has said so and will say when that ends.
            }
            catch
            {
                sending.Forget();
                throw;
            }
            finally
            {
                if (sending.IsCompleted)
                {
                    Leave(batch);
                }
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Ending.WithinAsync(TimeSpan.FromSeconds(2), async () => await _channel.DisposeAsync());

    private async Task SendAllAsync(string exchange, IReadOnlyList<OutboxMessage> messages, Batch batch)
    {
        foreach (var message in messages)
        {
            // Never with a token that can be cancelled: a half-sent message would take the count of tags with it.
            await _channel.BasicPublishAsync(
                exchange, message.Type, mandatory: true, CloudEventHeaders.Write(message), message.Data, CancellationToken.None);
        }

        KillSwitch.Pass(KillPoint.AfterPublish);
        await batch.Done.Task;
    }

    private Task Settle(ulong tag, bool multiple, Confirmation answer)
    {
        lock (_gate)
        {
            _batch?.Settle(tag, multiple, answer);
        }

        return Task.CompletedTask;
    }

    /// <summary>A returned message is confirmed right after, so only the mark is kept.</summary>
    private Task Returned(string? messageId)
    {
        lock (_gate)
        {
            _batch?.MarkReturned(messageId);
        }

        return Task.CompletedTask;
    }

    private Task Ended(ShutdownEventArgs e)
    {
        lock (_gate)
        {
            _batch?.Done.TrySetException(new IOException($"The channel ended ({e.ReplyCode} {e.ReplyText})."));
        }

        return Task.CompletedTask;
    }

    private void Leave(Batch batch)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_batch, batch))
            {
                _batch = null;
            }
        }
    }

    private sealed class Batch(ulong firstTag, IReadOnlyList<OutboxMessage> messages, Confirmation[] answers)
    {
        private readonly HashSet<string> _returned = new(StringComparer.Ordinal);
        private int _left = messages.Count;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void MarkReturned(string? messageId) => _returned.Add(messageId ?? "");

        public void Settle(ulong tag, bool multiple, Confirmation answer)
        {
            for (var t = multiple ? firstTag : tag; t <= tag; t++)
            {
                if (t < firstTag || t - firstTag >= (ulong)answers.Length || answers[t - firstTag] != Confirmation.None)
                {
                    continue;
                }

                var place = (int)(t - firstTag);
                answers[place] = _returned.Contains(messages[place].Id.ToString()) ? Confirmation.Returned : answer;
                if (--_left == 0)
                {
                    Done.TrySetResult();
                }
            }
        }
    }
}
