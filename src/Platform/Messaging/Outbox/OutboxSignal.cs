using System.Threading.Channels;

namespace Waymark.Platform.Messaging.Outbox;

/// <summary>Wakes the relay of one service in this process after a commit; missing a signal costs only a poll.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<byte> _channel = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that rows were committed.</summary>
    public void Set() => _channel.Writer.TryWrite(0);

    /// <summary>Waits until rows were committed or <paramref name="atMost"/> has passed.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            await _channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The time is over: the caller polls.
        }
    }
}
