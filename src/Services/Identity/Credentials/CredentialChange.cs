using Waymark.Identity.Sessions;
using Waymark.Identity.SignIn;
using Waymark.Platform.Mail;

namespace Waymark.Identity.Credentials;

/// <summary>What every change of a credential has in common: the current password first, and the end of the other sessions.</summary>
internal sealed class CredentialChange(IdentityDbContext db, SignInPassword passwords, SessionEnd ends)
{
    /// <summary>Tells the owner, who may not be the one who did it.</summary>
    public static Letter PasswordNotice(UserAccount account) => new(
        account.Email,
        "Your password was changed",
        "The password of your account was changed a moment ago, and your other sessions have ended.\nIf this was not you, set a new one with the link «Forgot password» at once.\n",
        account.Id);

    /// <summary>The caller's account when the password is theirs.</summary>
    public async Task<(UserAccount? Account, Problem? Problem)> OpenAsync(Caller caller, string currentPassword, CancellationToken ct)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == caller.Id, ct);
        return account is null
            ? (null, Problems.Unauthorized())
            : (account, await passwords.ConfirmAsync(account, currentPassword, ct));
    }

    /// <summary>Saves the account and ends its sessions in one transaction; null ends them all.</summary>
    public async Task SaveAsync(UserAccount account, Guid? exceptSession, string reason, CancellationToken ct)
    {
        var ended = await ends.MarkAllAsync(account.Id, exceptSession, reason, ct);
        await db.SaveChangesAsync(ct);
        ends.Refuse(ended);
    }
}
