using Waymark.Contracts.Users;

namespace Waymark.Contracts.ActivityLog;

/// <summary>The activity log's answer to <see cref="AccountAnonymised"/>: the person's key is gone, and with it what the record says of them.</summary>
[EventName("activity_key.erased")]
public sealed record ActivityKeyErased(Guid UserId, Guid ErasureId) : ErasureEvent(UserId, ErasureId);
