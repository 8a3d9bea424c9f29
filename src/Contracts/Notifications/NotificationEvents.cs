using Waymark.Contracts.Users;

namespace Waymark.Contracts.Notifications;

/// <summary>Notifications' answer to <see cref="AccountDetached"/>: the person's inbox is gone, and the kept changes name them no more.</summary>
[EventName("notifications.erased")]
public sealed record NotificationsErased(Guid UserId, Guid ErasureId) : ErasureEvent(UserId, ErasureId);
