namespace Waymark.Users.Access;

/// <summary>
/// Makes the profile and the personal workspace of somebody new: by the event of the registration, or on the spot when the
/// person's first request comes sooner. Whoever is first writes; the other finds it done.
/// </summary>
internal sealed class Arrival(UsersDbContext db, IAccounts accounts)
{
    /// <summary>Asks identity for the account; false when there is none.</summary>
    public async Task<bool> EnsureAsync(Guid userId, CancellationToken ct)
    {
        if (await accounts.FindAsync(userId, ct) is not { } account)
        {
            return false;
        }

        await MakeAsync(account, ct);
        return true;
    }

    /// <summary>Asks identity for the account with this address; null when there is none.</summary>
    public async Task<Guid?> EnsureAsync(string email, CancellationToken ct)
    {
        if (await accounts.FindByEmailAsync(email, ct) is not { } account)
        {
            return null;
        }

        await MakeAsync(account, ct);
        return account.UserId;
    }

    /// <summary>Writes what is not there yet, in the transaction that runs or in one of its own.</summary>
    public async Task MakeAsync(Account account, CancellationToken ct)
    {
        // Whoever is the occasion, this is the person's own record.
        var (request, occasion) = (db.Scope.Request, db.Scope.Request.ActorId);
        request.ActorId = account.UserId;
        try
        {
            await WriteAsync(account, ct);
        }
        finally
        {
            request.ActorId = occasion;
        }
    }

    public static string Fold(string email) => email.Trim().Normalize().ToLowerInvariant();

    private async Task WriteAsync(Account account, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var inserted = await db.Database.ExecuteSqlAsync(
            $"""
            insert into profile (id, email, email_folded, display_name, locale, time_zone, roles, created_at, version)
            values ({account.UserId}, {account.Email}, {Fold(account.Email)}, {account.DisplayName}, {Profile.DefaultLocale},
                {Profile.DefaultTimeZone}, {account.Roles.ToArray()}, {account.CreatedAt}, 0)
            on conflict do nothing
            """,
            ct);
        if (inserted > 0)
        {
            var profile = await db.Profiles.SingleAsync(p => p.Id == account.UserId, ct);
            db.Publish(profile, profile.Updated(FieldChanges.None));
            var workspace = Workspace.Personal(profile, db.Scope.Now);
            db.Workspaces.Add(workspace);
            db.Tell(workspace, state => new WorkspaceCreated(state));
            await db.SaveChangesAsync(ct);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
            db.Scope.Signal.Set();
        }
    }
}
