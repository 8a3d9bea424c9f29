using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging.Transports;

/// <summary>
/// Carries committed events from a service's outbox into the <c>msg.delivery</c> tables of the services subscribed to
/// them. Relay and consumers are the same for every transport.
/// </summary>
public interface ITransport
{
    /// <summary>The way out of one service's relay, which uses it from one loop.</summary>
    ITransportLink Open(string service);

    /// <summary>
    /// Puts what arrives for a service into its deliveries until told to stop; it ends at once where nothing arrives by
    /// itself. It may run in any number of processes.
    /// </summary>
    Task ReceiveAsync(string service, CancellationToken stopping);
}

/// <summary>One relay's way out.</summary>
public interface ITransportLink : IAsyncDisposable
{
    /// <summary>Whether nothing can be handed over at present, so that claiming rows would be in vain.</summary>
    bool IsPaused { get; }

    /// <summary>
    /// Hands events over, in this order for each key. It waits until they are durable on the other side or given up.
    /// A target that could not be reached stays closed until <see cref="Reopen"/>: otherwise a later version of a key
    /// could pass an earlier one that the relay has set aside.
    /// </summary>
    /// <returns>One outcome for each event, in the same order.</returns>
    Task<IReadOnlyList<Dispatch>> PublishAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct);

    /// <summary>Lets closed targets be tried again; the relay starts over from the oldest row.</summary>
    void Reopen();
}

/// <summary>What became of one event.</summary>
/// <param name="Outcome">What the relay does with its row.</param>
/// <param name="Error">Why, when it was not confirmed.</param>
public readonly record struct Dispatch(DispatchOutcome Outcome, string? Error = null);

/// <summary>What the relay does with a row.</summary>
public enum DispatchOutcome
{
    /// <summary>Every subscriber has it: the row is deleted.</summary>
    Confirmed,

    /// <summary>A target is down, which is not the row's fault: it stays, without counting.</summary>
    Unreachable,

    /// <summary>An earlier event of its key failed in this batch: it stays, without counting.</summary>
    Held,

    /// <summary>This row was refused: it is tried again later, then becomes a dead letter.</summary>
    Failed,

    /// <summary>This row can never be accepted: a dead letter at once.</summary>
    Refused,
}
