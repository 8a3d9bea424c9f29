using Waymark.Identity.Sessions;
using Waymark.Identity.SignIn;
using Waymark.Platform.Mail;
using Waymark.Platform.Security;
using Waymark.Platform.Security.Passwords;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Identity.Credentials;

public sealed record ResetPasswordRequest(
    [property: Required, StringLength(100)] string Token,
    [property: Required(AllowEmptyStrings = true)] string Password);

internal static class ResetPassword
{
    private static readonly ProblemKind InvalidResetToken =
        ProblemKind.BadRequest("invalid_reset_token", "The link is over, or was used already; ask for another one.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/auth/password/reset", HandleAsync).RequirePermission(Permissions.Public).WithMetadata(CredentialBody.Limit)
            .MayRefuse(InvalidResetToken).WithName(nameof(ResetPassword)).WithSummary("Set a new password with a link's token; all sessions end");

    private static async Task<Results<Deleted, Problem>> HandleAsync(
        ResetPasswordRequest request, IdentityDbContext db, PasswordHasher hasher, PasswordRenewal renewal, CancellationToken ct)
    {
        var hash = OpaqueToken.HashOf(request.Token);
        var account = OpaqueToken.IsOne(OpaqueToken.PasswordReset, request.Token) ? await OwnerAsync(db, hash, ct) : null;
        if (account is null)
        {
            return InvalidResetToken.Because();
        }

        if (PasswordRules.Refuse(request.Password, account.Email, account.DisplayName) is { } reason)
        {
            return Problems.Invalid("password", reason);
        }

        return await hasher.HashAsync(request.Password, ct) is not { } passwordHash ? SignInPassword.TooBusy
            : await renewal.TakeAsync(account.Id, hash, passwordHash, ct) ? Answers.Deleted()
            : InvalidResetToken.Because();
    }

    private static Task<UserAccount?> OwnerAsync(IdentityDbContext db, byte[] hash, CancellationToken ct)
    {
        var now = db.Scope.Now;
        return (from r in db.PasswordResets
                join a in db.Accounts on r.UserId equals a.Id
                where r.Hash == hash && r.UsedAt == null && r.ExpiresAt > now
                select a).AsNoTracking().SingleOrDefaultAsync(ct);
    }
}

/// <summary>Sets the new password: the token counts once, every session ends, and strangers' failures are forgiven.</summary>
internal sealed class PasswordRenewal(IdentityDbContext db, SessionEnd ends, SignInThrottle throttle, RevokedTokens revoked, LetterQueue letters)
{
    /// <summary>False when the token was used in the meantime.</summary>
    public Task<bool> TakeAsync(Guid userId, byte[] tokenHash, string passwordHash, CancellationToken ct) => db.DecideAsync(async () =>
    {
        var now = db.Scope.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var isTaken = await db.PasswordResets
            .Where(r => r.Hash == tokenHash && r.UsedAt == null && r.ExpiresAt > now)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.UsedAt, now), ct) == 1;
        if (!isTaken)
        {
            return false;
        }

        db.Scope.Request.ActorId = userId;
        var account = await db.Accounts.SingleAsync(a => a.Id == userId, ct);
        (account.PasswordHash, account.PasswordChangedAt) = (passwordHash, now);
        account.SecurityVersion++;
        var ended = await ends.MarkAllAsync(userId, except: null, SessionEnd.PasswordReset, ct);
        await db.SaveChangesAsync(ct);
        await throttle.ForgiveAsync(account, ct);
        await transaction.CommitAsync(ct);
        db.Scope.Signal.Set();
        ends.Refuse(ended);
        revoked.RequireVersion(userId, account.SecurityVersion);
        letters.Add(CredentialChange.PasswordNotice(account));
        return true;
    });
}
