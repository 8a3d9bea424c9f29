using Waymark.Platform.Security.Passwords;

namespace Waymark.Identity.SignIn;

/// <summary>Checks passwords under the throttle, and keeps their hashes up to date.</summary>
internal sealed class SignInPassword(IdentityDbContext db, SignInThrottle throttle, PasswordHasher hasher)
{
    public static readonly Problem TooBusy = Problems.TooManyRequests(2, "Too many people are signing in at this moment; try again.");

    /// <summary>The password of somebody who wants to sign in. The same work is done for an unknown account.</summary>
    public async Task<(SignInTry Attempt, Problem? Problem)> CheckAsync(
        HttpContext http, EmailAddress address, UserAccount? account, string password, Problem refused, CancellationToken ct)
    {
        var attempt = await throttle.BeginAsync(http, address, account, ct);
        return (attempt, await CheckAsync(attempt, account, password, refused, ct));
    }

    /// <summary>The current password of somebody who is signed in and changes a credential.</summary>
    public async Task<Problem?> ConfirmAsync(UserAccount account, string password, CancellationToken ct) =>
        await CheckAsync(await throttle.BeginAsync(account, ct), account, password, Problems.Invalid("currentPassword", "The current password is wrong."), ct);

    private async Task<Problem?> CheckAsync(SignInTry attempt, UserAccount? account, string password, Problem refused, CancellationToken ct)
    {
        if (attempt.WaitSeconds is { } seconds)
        {
            return Problems.TooManyRequests(seconds, "Too many failed tries; wait before the next one.");
        }

        switch (await hasher.VerifyAsync(account?.PasswordHash, password, ct))
        {
            case PasswordVerdict.TooBusy:
                return TooBusy;
            case PasswordVerdict.Wrong:
                await throttle.FailAsync(attempt, ct);
                return refused;
            case PasswordVerdict.RightButOutdated when await hasher.HashAsync(password, ct) is { } renewed:
                // A statement of its own: the row's version is for what others may see of the account.
                await db.Accounts.Where(a => a.Id == account!.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, renewed), ct);
                break;
        }

        await throttle.SucceedAsync(attempt, ct);
        return null;
    }
}
