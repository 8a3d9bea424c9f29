using Waymark.Platform.Security;

namespace Waymark.Identity.SignIn;

/// <summary>Marks a browser from which somebody has signed in, so that strangers' failures do not hold them up there.</summary>
internal static class DeviceMark
{
    public static async Task RememberAsync(HttpContext http, IdentityDbContext db, UserAccount account, string? known, CancellationToken ct)
    {
        if (!BrowserCookies.IsBrowser(http.Request))
        {
            return;
        }

        var token = known ?? await OfSomebodyElseAsync(http, db, ct) ?? OpaqueToken.Create(OpaqueToken.Device);
        var (hash, now) = (OpaqueToken.HashOf(token), db.Scope.Now);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into known_device (hash, user_id, last_used_at) values ({hash}, {account.Id}, {now})
            on conflict (hash, user_id) do update set last_used_at = excluded.last_used_at
            """,
            ct);
        BrowserCookies.WriteDevice(http, token);
    }

    /// <summary>A mark that we made for another account is known for both from now on; one that we never made is not taken over.</summary>
    private static async Task<string?> OfSomebodyElseAsync(HttpContext http, IdentityDbContext db, CancellationToken ct)
    {
        if (BrowserCookies.ReadDevice(http.Request) is not { } token)
        {
            return null;
        }

        var hash = OpaqueToken.HashOf(token);
        return await db.KnownDevices.AnyAsync(d => d.Hash == hash, ct) ? token : null;
    }
}
