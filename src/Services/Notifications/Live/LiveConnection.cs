using Microsoft.AspNetCore.SignalR;

namespace Waymark.Notifications.Live;

/// <summary>One open connection to the hub.</summary>
internal sealed class LiveConnection(HubCallerContext context, Caller caller, HttpContext credentials, ICallers callers, TimeProvider clock)
{
    private const int CallsPerSecond = 20;
    private const int HeartbeatsPerCheck = 5;

    private int _heartbeats;
    private int _calls;
    private long _second;

    public string Id => context.ConnectionId;

    public Caller Caller => caller;

    /// <summary>What it watches, with the project or workspace that each belongs to; guarded by the lock of <see cref="LiveConnections"/>.</summary>
    public Dictionary<Watch, Guid> Watches { get; } = [];

    public void Abort() => context.Abort();

    /// <summary>Counts a call; false when there were too many within a second. Calls of one connection come one after another.</summary>
    public bool TryCall()
    {
        var second = clock.GetTimestamp() / clock.TimestampFrequency;
        if (second != _second)
        {
            (_second, _calls) = (second, 0);
        }

        return ++_calls <= CallsPerSecond;
    }

    /// <summary>Runs about every second; from time to time it asks again whether the token still counts, and ends the connection if not.</summary>
    public void Heartbeat()
    {
        if (Interlocked.Increment(ref _heartbeats) % HeartbeatsPerCheck == 0 && callers.Identify(credentials) is null)
        {
            Abort();
        }
    }
}
