namespace Waymark.Identity.Data;

/// <summary>Answers other services that ask for an account before the event of its registration has reached them.</summary>
internal sealed class AccountLookup(IdentityDbContext db) : IAccounts
{
    public Task<Account?> FindAsync(Guid userId, CancellationToken ct) => Shape(db.Accounts.Where(a => a.Id == userId)).SingleOrDefaultAsync(ct);

    public Task<Account?> FindByEmailAsync(string email, CancellationToken ct) =>
        EmailAddress.TryParse(email, out var address)
            ? Shape(db.Accounts.Where(a => a.EmailFolded == address.Folded)).SingleOrDefaultAsync(ct)
            : Task.FromResult<Account?>(null);

    private static IQueryable<Account> Shape(IQueryable<UserAccount> accounts) =>
        accounts.Select(a => new Account(a.Id, a.Email, a.DisplayName, a.Roles, a.CreatedAt));
}
