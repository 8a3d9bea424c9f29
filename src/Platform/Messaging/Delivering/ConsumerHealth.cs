namespace Waymark.Platform.Messaging.Delivering;

/// <summary>
/// Tells a consumer's outage from failures of single events. In an outage one delivery at a time is probed and no
/// attempts are used up, so what the consumer depends on may be away for days without filling the dead letters.
/// </summary>
internal sealed class ConsumerHealth(MessagingOptions options, TimeProvider clock)
{
    private int _failures;
    private long _probedAt;
    private int _isTold;

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

    /// <summary>Notes that an outage is told of, once it is: whoever comes to an end later looks whether it is over.</summary>
    public void Told() => Volatile.Write(ref _isTold, 1);

    /// <summary>
    /// Asked at the end of every job, not of the probe alone: jobs that began before the outage end in the middle of it, some well, and some
    /// tell of it when another has ended it already.
    /// </summary>
    /// <returns>Whether an outage is over that is still told of; one asker alone hears it.</returns>
    public bool TryEnd() => !IsOut && Interlocked.Exchange(ref _isTold, 0) == 1;

    /// <returns>Whether the failure counts as an attempt of its event.</returns>
    public bool Failed() => Interlocked.Increment(ref _failures) <= options.OutageAfter;
}
