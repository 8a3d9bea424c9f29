using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Identity.Credentials;

/// <summary>The verb <c>reset-password EMAIL</c>: for whoever has access to the machine but not to their account.</summary>
public static class PrintResetLink
{
    /// <summary>Prints a link that sets a new password. The answer is the exit code: 0, or 1 when there is no such account.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string email, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var account = EmailAddress.TryParse(email, out var address)
            ? await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.EmailFolded == address.Folded, ct)
            : null;
        if (account is null)
        {
            await output.WriteLineAsync($"There is no account with the address {email}.");
            return 1;
        }

        var link = await scope.ServiceProvider.GetRequiredService<PasswordResetLink>().MakeAsync(account.Id, ct);
        await output.WriteLineAsync($"Open this link within 30 minutes to set a new password for {account.Email}:");
        await output.WriteLineAsync(link);
        return 0;
    }
}
