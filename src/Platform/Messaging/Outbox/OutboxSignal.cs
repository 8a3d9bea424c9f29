namespace Waymark.Platform.Messaging.Outbox;

/// <summary>Wakes one loop of this process after a commit; missing a signal costs only a poll.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0);
    private int _isRaised;

    /// <summary>Says that rows were committed.</summary>
    public void Set()
    {
        if (Interlocked.Exchange(ref _isRaised, 1) == 0)
        {
            _raised.Release();
        }
    }

    /// <summary>Waits until rows were committed or <paramref name="atMost"/> has passed.</summary>
    /// <returns>Whether the signal was raised.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        if (!await _raised.WaitAsync(atMost, ct))
        {
            return false;
        }

        // A signal raised between these two lines adds nothing: the caller looks for rows after this.
        Volatile.Write(ref _isRaised, 0);
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => _raised.Dispose();
}
