namespace Waymark.Platform.Messaging.DeadLetters;

/// <summary>An event that was given up, without its payload.</summary>
/// <param name="Id">The dead letter's own id.</param>
/// <param name="IsOutgoing">Whether it died on its way out of the outbox; else at a consumer.</param>
/// <param name="Consumer">The consumer; empty for an outgoing one.</param>
/// <param name="MessageId">The event's id.</param>
/// <param name="Type">Its wire type.</param>
/// <param name="Source">Who published it.</param>
/// <param name="PartitionKey">The aggregate.</param>
/// <param name="KeyVersion">The aggregate's version.</param>
/// <param name="TenantId">The tenant, where there is one.</param>
/// <param name="Reason">A <see cref="DeadLetterReason"/>.</param>
/// <param name="ErrorType">The last exception's type.</param>
/// <param name="ErrorMessage">Its message.</param>
/// <param name="Fingerprint">Equal for those that died of one cause; lower-case hex.</param>
/// <param name="Attempts">How many tries failed.</param>
/// <param name="FirstSeen">When it arrived.</param>
/// <param name="DiedAt">When it was given up.</param>
/// <param name="State">What has become of it.</param>
/// <param name="ReplayCount">How often it was replayed.</param>
/// <param name="IsForgotten">Whether it arrived longer ago than the inbox remembers, so that a replay might double its effect.</param>
/// <param name="ResolvedAt">When it was closed.</param>
/// <param name="ResolvedBy">Who closed it, where a person did.</param>
/// <param name="Note">Why it was discarded.</param>
public sealed record DeadLetter(
    Guid Id,
    bool IsOutgoing,
    string Consumer,
    Guid MessageId,
    string Type,
    string Source,
    string PartitionKey,
    long KeyVersion,
    Guid? TenantId,
    string Reason,
    string? ErrorType,
    string? ErrorMessage,
    string Fingerprint,
    int Attempts,
    DateTimeOffset FirstSeen,
    DateTimeOffset DiedAt,
    DeadLetterState State,
    int ReplayCount,
    bool IsForgotten,
    DateTimeOffset? ResolvedAt,
    string? ResolvedBy,
    string? Note);

/// <summary>The life of a dead letter.</summary>
public enum DeadLetterState
{
    /// <summary>Nobody has dealt with it.</summary>
    Open = 0,

    /// <summary>Its delivery is due again.</summary>
    Replaying = 1,

    /// <summary>It was applied after all.</summary>
    Resolved = 2,

    /// <summary>Somebody decided to do without its effect.</summary>
    Discarded = 3,
}

/// <summary>A dead letter with everything that was kept of its event.</summary>
/// <param name="Letter">The dead letter.</param>
/// <param name="Event">The envelope; null when it cannot be read, which may be what the event died of.</param>
/// <param name="TraceParent">The trace that published it.</param>
/// <param name="Data">The payload's bytes; the whole envelope when that cannot be read.</param>
public sealed record DeadLetterContents(DeadLetter Letter, EventContext? Event, string? TraceParent, ReadOnlyMemory<byte> Data);

/// <summary>Dead letters that died of one cause.</summary>
/// <param name="Fingerprint">What they have in common; lower-case hex.</param>
/// <param name="Count">How many there are.</param>
/// <param name="FirstDiedAt">When the first of them died.</param>
/// <param name="LastDiedAt">When the last one did.</param>
/// <param name="Types">The wire types among them.</param>
/// <param name="Example">The last one.</param>
public sealed record DeadLetterGroup(
    string Fingerprint, long Count, DateTimeOffset FirstDiedAt, DateTimeOffset LastDiedAt, IReadOnlyList<string> Types, DeadLetter Example);

/// <summary>What an act needs to say about a dead letter that it dealt with.</summary>
/// <param name="Id">The dead letter.</param>
/// <param name="MessageId">Its event.</param>
/// <param name="Consumer">The consumer; empty for an outgoing one.</param>
/// <param name="Type">The event's wire type.</param>
public sealed record DeadLetterMark(Guid Id, Guid MessageId, string Consumer, string Type);

/// <summary>Somebody's decision about dead letters, under whose id the letters say later who dealt with them.</summary>
/// <param name="Id">The act's id.</param>
/// <param name="By">Who decided.</param>
public sealed record DeadLetterAct(Guid Id, string By);
