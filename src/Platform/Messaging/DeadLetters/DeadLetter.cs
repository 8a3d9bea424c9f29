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
    string? Fingerprint,
    int Attempts,
    DateTimeOffset FirstSeen,
    DateTimeOffset DiedAt,
    DeadLetterState State,
    int ReplayCount);

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

/// <summary>Which dead letters to list; what is null does not matter.</summary>
/// <param name="Consumer">Of this consumer.</param>
/// <param name="Type">Of this wire type.</param>
/// <param name="Reason">Given up for this reason.</param>
/// <param name="Fingerprint">Died of this cause; hex.</param>
/// <param name="TenantId">Of this tenant.</param>
/// <param name="State">In this state.</param>
public sealed record DeadLetterFilter(
    string? Consumer = null, string? Type = null, string? Reason = null, string? Fingerprint = null, Guid? TenantId = null, DeadLetterState? State = null);
