using Waymark.Platform.Security.Tokens;

namespace Waymark.Identity.Sessions;

/// <summary>
/// Ends sessions before their time: their refresh tokens are worthless with the commit, and their access tokens are refused
/// from the same moment in this process, elsewhere as soon as it has heard of it.
/// </summary>
internal sealed class SessionEnd(IdentityDbContext db, RevokedTokens revoked)
{
    public const string SignedOut = "signed_out";
    public const string EndedByOwner = "ended_by_owner";
    public const string TokenReused = "refresh_token_reused";
    public const string PasswordChanged = "password_changed";
    public const string PasswordReset = "password_reset";
    public const string EmailChanged = "email_changed";
    public const string AccountErased = "account_erased";

    /// <summary>Ends one session of a person; false when they have none with this id that is alive.</summary>
    public Task<bool> OneAsync(Guid userId, Guid sessionId, string reason, CancellationToken ct) => db.DecideAsync(async () =>
    {
        var session = await Alive(userId).SingleOrDefaultAsync(s => s.Id == sessionId, ct);
        if (session is null)
        {
            return false;
        }

        db.Scope.Request.ActorId ??= userId;
        Mark(session, reason);
        await db.SaveChangesAsync(ct);
        Refuse([session]);
        return true;
    });

    /// <summary>Marks all sessions of a person but one; the caller saves, and calls <see cref="Refuse"/> after the commit.</summary>
    public async Task<IReadOnlyList<Session>> MarkAllAsync(Guid userId, Guid? except, string reason, CancellationToken ct)
    {
        var sessions = await Alive(userId).Where(s => s.Id != except).ToListAsync(ct);
        sessions.ForEach(s => Mark(s, reason));
        return sessions;
    }

    /// <summary>Refuses the access tokens of sessions whose end is committed.</summary>
    public void Refuse(IReadOnlyList<Session> ended)
    {
        foreach (var session in ended)
        {
            revoked.RevokeSession(session.Id);
        }
    }

    private IQueryable<Session> Alive(Guid userId)
    {
        var now = db.Scope.Now;
        return db.Sessions.Where(s => s.UserId == userId && s.RevokedAt == null && s.ExpiresAt > now);
    }

    private void Mark(Session session, string reason)
    {
        session.RevokedAt = db.Scope.Now;
        session.RevokedReason = reason;
        db.Publish(session, new SessionRevoked(session.UserId, session.Id, reason));
    }
}
