namespace Waymark.Platform.Messaging.Delivering;

/// <summary>
/// Tells a consumer's outage from failures of single events. In an outage one delivery at a time is probed and no
/// attempts are used up, so what the consumer depends on may be away for days without filling the dead letters.
/// </summary>
internal sealed class ConsumerHealth(MessagingOptions options, TimeProvider clock)
{
    private int _failures;
    private long _probedAt;

    /// <summary>Whether so many tries failed in a row that the fault is the consumer's, not the events'.</summary>
    public bool IsOut => Volatile.Read(ref _failures) >= options.OutageAfter;

    /// <summary>Whether a consumer in outage may be probed now; saying yes starts the next wait.</summary>
    public bool TryProbe()
    {
        if (_probedAt != 0 && clock.GetElapsedTime(_probedAt) < options.OutageProbe)
        {
            return false;
        }

        _probedAt = clock.GetTimestamp();
        return true;
    }

    public void Succeeded()
    {
        Volatile.Write(ref _failures, 0);
        _probedAt = 0;
    }

    /// <returns>Whether the failure counts as an attempt of its event.</returns>
    public bool Failed() => Interlocked.Increment(ref _failures) <= options.OutageAfter;
}
