using Waymark.Contracts.Users;

namespace Waymark.Contracts.Identity;

/// <summary>Somebody registered. Key <c>user:&lt;id&gt;</c>.</summary>
[EventName("user.created")]
public sealed record UserCreated(Guid UserId, string Email, string DisplayName, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt) : IEvent;

/// <summary>A person's address changed. Key <c>user:&lt;id&gt;</c>.</summary>
[EventName("user.email_changed")]
public sealed record UserEmailChanged(Guid UserId, string Email) : IEvent;

/// <summary>A session began.</summary>
[EventName("user.logged_in")]
public sealed record UserLoggedIn(Guid UserId, Guid SessionId) : IEvent;

/// <summary>A session ended before its time; tokens that carry its id are refused from now on.</summary>
[EventName("session.revoked")]
public sealed record SessionRevoked(Guid UserId, Guid SessionId, string Reason) : IEvent;

/// <summary>Identity's answer to <see cref="AccountErasureRequested"/>: nobody signs in any more and all sessions have ended.</summary>
[EventName("account.closed")]
public sealed record AccountClosed(Guid UserId, Guid ErasureId) : ErasureEvent(UserId, ErasureId);

/// <summary>Identity's answer to <see cref="AccountAnonymised"/>: credentials, devices and letters are gone, and the address is free.</summary>
[EventName("credentials.erased")]
public sealed record CredentialsErased(Guid UserId, Guid ErasureId) : ErasureEvent(UserId, ErasureId);
