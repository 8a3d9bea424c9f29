using System.Collections.Concurrent;

namespace Waymark.Platform.Messaging.Outbox;

/// <summary>How far a service's events have fallen behind.</summary>
public enum OutboxState
{
    /// <summary>They are on their way.</summary>
    Normal,

    /// <summary>Many wait, or one has waited long: what would add many more is refused.</summary>
    Degraded,

    /// <summary>Too many wait: everything that writes is refused, until they have gone.</summary>
    Full,
}

/// <summary>The state of every outbox of this process; requests ask it, the loops below tell it.</summary>
public sealed class OutboxPressure : Http.IDependency
{
    private readonly ConcurrentDictionary<string, OutboxState> _states = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string Name => "outbox";

    /// <inheritdoc />
    public string Status => _states.Values.DefaultIfEmpty().Max() switch
    {
        OutboxState.Normal => "up",
        OutboxState.Degraded => "degraded",
        _ => "full",
    };

    /// <summary>The state of one service's outbox.</summary>
    public OutboxState Of(string service) => _states.GetValueOrDefault(service);

    /// <summary>Sets it.</summary>
    /// <returns>Whether it is another one than before.</returns>
    internal bool Set(string service, OutboxState state)
    {
        var before = Of(service);
        _states[service] = state;
        return before != state;
    }
}
