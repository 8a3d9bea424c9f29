namespace Waymark.Contracts.Users;

/// <summary>What every event of an account's erasure carries; the answers of the other services have this shape, too.</summary>
public abstract record ErasureEvent(Guid UserId, Guid ErasureId) : IEvent;

/// <summary>
/// Somebody erases their account. Identity closes it and ends all sessions, projects ends the memberships. The hash is
/// <see cref="ErasedPerson.HashOf"/> of the address, by which invitations to it are found.
/// </summary>
[EventName("account.erasure_requested")]
public sealed record AccountErasureRequested(Guid UserId, Guid ErasureId, string AddressHash) : ErasureEvent(UserId, ErasureId);

/// <summary>
/// The account is closed and its person in no project any more. <paramref name="ErasedProjectIds"/> were theirs alone and are
/// gone: whoever keeps something of them erases it, and what else tells of the person.
/// </summary>
[EventName("account.detached")]
public sealed record AccountDetached(Guid UserId, Guid ErasureId, IReadOnlyList<Guid> ErasedProjectIds) : ErasureEvent(UserId, ErasureId);

/// <summary>Nothing but the credentials and the key of the activity record tells of the person now; these follow.</summary>
[EventName("account.anonymised")]
public sealed record AccountAnonymised(Guid UserId, Guid ErasureId) : ErasureEvent(UserId, ErasureId);

/// <summary>An account is erased everywhere; the id stands for "Deleted person" from now on.</summary>
[EventName("user.deleted")]
public sealed record UserDeleted(Guid UserId) : IEvent;
