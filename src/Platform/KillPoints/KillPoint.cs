namespace Waymark.Platform.KillPoints;

/// <summary>
/// The instants of an event's way at which a process is most likely to leave something half done. <see cref="KillSwitch"/> lets a
/// test end the process at one of them.
/// </summary>
public enum KillPoint
{
    /// <summary>A migration of a database has run, and its rights and its mark are not written.</summary>
    Migration,

    /// <summary>A command is decided, and its rows and events are not sent.</summary>
    BeforeOutboxInsert,

    /// <summary>Rows and events are in the database, and the commit is not sent.</summary>
    AfterOutboxInsert,

    /// <summary>A command has committed, and neither the relay nor the caller knows.</summary>
    AfterCommit,

    /// <summary>Events are with one target, or on their way to the broker, and nothing is confirmed.</summary>
    AfterPublish,

    /// <summary>Every target has confirmed, and the events still stand in the outbox.</summary>
    AfterConfirm,

    /// <summary>A message of the broker is stored as a delivery, and not acknowledged.</summary>
    BeforeAck,

    /// <summary>It is acknowledged.</summary>
    AfterAck,

    /// <summary>A consumer's transaction has begun, and has taken nothing.</summary>
    BeforeInboxInsert,

    /// <summary>The delivery is gone and the inbox row stands, both uncommitted, and the handler has not begun.</summary>
    AfterInboxInsert,

    /// <summary>A handler has written and the transaction is open.</summary>
    BeforeEffectCommit,

    /// <summary>An effect has committed, and nobody in the process knows.</summary>
    AfterEffectCommit,

    /// <summary>An event has failed for good and is not in the dead letters yet.</summary>
    DeadLetterMove,

    /// <summary>A dead letter is due again, and who asked for it has no answer.</summary>
    Replay,

    /// <summary>Leases of lanes are renewed, and those lanes are not known to be held.</summary>
    LeaseRenewal,
}
