using Microsoft.Extensions.Configuration;
using Waymark.Platform.Mail;
using Waymark.Platform.Security;

namespace Waymark.Identity.Credentials;

/// <summary>Makes links that set a new password: single use, 30 minutes, and each one voids those before it.</summary>
internal sealed class PasswordResetLink(IdentityDbContext db, IConfiguration configuration)
{
    /// <summary>So often at most; more would let anybody fill a mailbox.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromMinutes(1);

    /// <summary>The letter with a link; null for an unknown address, or when the last one has only just been sent.</summary>
    public async Task<Letter?> WriteAsync(EmailAddress address, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.EmailFolded == address.Folded && a.ClosedAt == null, ct);
        var recently = db.Scope.Now - MinInterval;
        if (account is null || await db.PasswordResets.AnyAsync(r => r.UserId == account.Id && r.CreatedAt > recently, ct))
        {
            return null;
        }

        var link = await MakeAsync(account.Id, ct);
        return new Letter(account.Email, "Set a new password", $"Somebody asked to set a new password for your account. If it was you, open this link within 30 minutes:\n\n{link}\n\nIf it was not you, do nothing: your password stays as it is.\n", account.Id);
    }

    /// <summary>The link itself.</summary>
    public async Task<string> MakeAsync(Guid userId, CancellationToken ct)
    {
        var token = OpaqueToken.Create(OpaqueToken.PasswordReset);
        await db.PasswordResets.Where(r => r.UserId == userId).ExecuteDeleteAsync(ct);
        db.PasswordResets.Add(new PasswordReset
        {
            Hash = OpaqueToken.HashOf(token),
            UserId = userId,
            CreatedAt = db.Scope.Now,
            ExpiresAt = db.Scope.Now + PasswordReset.Lifetime,
        });
        await db.SaveChangesAsync(ct);
        return $"{PublicUrl.Of(configuration)}/reset/{token}";
    }
}
