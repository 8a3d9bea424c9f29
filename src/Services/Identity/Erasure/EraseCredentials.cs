using Waymark.Contracts.Users;
using Waymark.Identity.Sessions;
using Waymark.Identity.SignIn;
using Waymark.Platform.Mail;
using Waymark.Platform.Messaging.DeadLetters;

namespace Waymark.Identity.Erasure;

/// <summary>
/// The last act of an erasure: everything that identity knows of a person goes, and the address is free. The bare rows of
/// account and sessions stay until no access token can be alive, because a process that starts learns from them what to refuse.
/// </summary>
internal sealed class EraseCredentials(IdentityDbContext db, SignInThrottle throttle, SessionEnd ends, IMail mail, AfterCommit afterCommit)
    : IEventHandler<AccountAnonymised>
{
    public async Task HandleAsync(AccountAnonymised e, EventContext context, CancellationToken ct)
    {
        string? address = null;
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == e.UserId, ct) is { } account)
        {
            address = account.Email;
            await throttle.ForgetAsync(account, ct);
            account.Forget();
            // None is left, but for a sign-in at the very moment in which the account was closed.
            var ended = await ends.MarkAllAsync(e.UserId, except: null, SessionEnd.AccountErased, ct);
            afterCommit.Do(() => ends.Refuse(ended));
            await db.SaveChangesAsync(ct);
            await db.Sessions.Where(s => s.UserId == e.UserId)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Device, "").SetProperty(x => x.Address, ""), ct);
            var sessions = db.Sessions.Where(s => s.UserId == e.UserId).Select(s => s.Id);
            await db.RefreshTokens.Where(t => sessions.Contains(t.SessionId)).ExecuteDeleteAsync(ct);
            await db.KnownDevices.Where(d => d.UserId == e.UserId).ExecuteDeleteAsync(ct);
            await db.PasswordResets.Where(r => r.UserId == e.UserId).ExecuteDeleteAsync(ct);
        }

        await mail.EraseAsync(e.UserId, address, ct);
        await db.EraseTracesAsync(new MessageTrace(
            e.UserId, ErasedPerson.EventKeys(e.UserId), [], ErasedPerson.MentionPattern(e.UserId), ErasedPerson.Mention(e.UserId)), ct);
        db.PublishAlone("account", new CredentialsErased(e.UserId, e.ErasureId));
        await db.SaveChangesAsync(ct);
    }
}
