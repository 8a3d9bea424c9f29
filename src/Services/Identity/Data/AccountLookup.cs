using Microsoft.Extensions.DependencyInjection;
using Waymark.Identity.SignIn;

namespace Waymark.Identity.Data;

/// <summary>Answers other services that ask for an account before the event of its registration has reached them.</summary>
internal sealed class AccountLookup(IdentityDbContext db, IServiceProvider services) : IAccounts
{
    public Task<Account?> FindAsync(Guid userId, CancellationToken ct) => Shape(db.Accounts.Where(a => a.Id == userId)).SingleOrDefaultAsync(ct);

    public Task<Account?> FindByEmailAsync(string email, CancellationToken ct) =>
        EmailAddress.TryParse(email, out var address)
            ? Shape(db.Accounts.Where(a => a.EmailFolded == address.Folded)).SingleOrDefaultAsync(ct)
            : Task.FromResult<Account?>(null);

    public async Task<PasswordConfirmation> ConfirmAsync(Guid userId, string password, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == userId && a.ClosedAt == null, ct) is not { } account)
        {
            return new PasswordConfirmation(IsRight: false);
        }

        // Made only here: every other question needs the database alone.
        var problem = await services.GetRequiredService<SignInPassword>().ConfirmAsync(account, password, ct);
        return new PasswordConfirmation(problem is null, problem?.RetryAfter);
    }

    /// <summary>An account that is being erased is nobody's any more.</summary>
    private static IQueryable<Account> Shape(IQueryable<UserAccount> accounts) =>
        accounts.Where(a => a.ClosedAt == null).Select(a => new Account(a.Id, a.Email, a.DisplayName, a.Roles, a.CreatedAt));
}
