using Waymark.Contracts.Users;
using Waymark.Identity.Sessions;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Identity.Erasure;

/// <summary>The first act of an erasure: nobody signs in to the account any more, and whoever has is signed out.</summary>
internal sealed class CloseAccount(IdentityDbContext db, SessionEnd ends, RevokedTokens revoked, AfterCommit afterCommit)
    : IEventHandler<AccountErasureRequested>
{
    public async Task HandleAsync(AccountErasureRequested e, EventContext context, CancellationToken ct)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == e.UserId && a.ClosedAt == null, ct) is { } account)
        {
            account.ClosedAt = db.Scope.Now;
            account.SecurityVersion++;
            await db.PasswordResets.Where(r => r.UserId == e.UserId).ExecuteDeleteAsync(ct);
            var ended = await ends.MarkAllAsync(e.UserId, except: null, SessionEnd.AccountErased, ct);
            var least = account.SecurityVersion;
            afterCommit.Do(() =>
            {
                ends.Refuse(ended);
                revoked.RequireVersion(e.UserId, least);
            });
        }

        db.PublishAlone("account", new AccountClosed(e.UserId, e.ErasureId));
        await db.SaveChangesAsync(ct);
    }
}
