using Waymark.Contracts;

namespace Waymark.Platform.Messaging;

/// <summary>
/// Reacts to one kind of event. It runs inside a transaction of its own service's database whose first statement was the
/// inbox row, so its database effect happens exactly once; throwing rolls everything back and schedules a retry.
/// The handler calls <c>SaveChangesAsync</c> of its context itself; the block commits.
/// </summary>
public interface IEventHandler<in TEvent>
    where TEvent : IEvent
{
    /// <summary>Applies the event's effect.</summary>
    Task HandleAsync(TEvent e, EventContext context, CancellationToken ct);
}

/// <summary>
/// Reacts to every event that it is subscribed to, many at a time, in one transaction: for logs, counters and projections.
/// If a batch fails it is applied again event by event.
/// </summary>
public interface IEventBatchHandler
{
    /// <summary>Applies the effects of <paramref name="events"/>, which stand in delivery order.</summary>
    Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct);
}

/// <summary>An event as a batch handler sees it: typed payload, raw payload and envelope.</summary>
/// <param name="Event">The payload, deserialised into its record.</param>
/// <param name="Data">The payload's bytes exactly as they were written.</param>
/// <param name="Context">The envelope.</param>
public sealed record ReceivedEvent(IEvent Event, ReadOnlyMemory<byte> Data, EventContext Context);
