using System.Security.Cryptography;
using System.Text;
using Waymark.Platform.Security;

namespace Waymark.Identity.SignIn;

/// <summary>
/// Slows guessing down without locking the owner out. From a device that the owner has used, only that device's own
/// failures count. For strangers three counters do: the account from this network, the account from anywhere, and the
/// network over all accounts. Each has some free failures, then waits 1, 2, 4 … 900 seconds. After a hundred in a row an account
/// takes no password from strangers until it is reset. Unknown accounts are counted alike, so nothing tells them apart.
/// </summary>
internal sealed class SignInThrottle(IdentityDbContext db)
{
    public const int MaxFailures = 100;
    private const int MaxWaitSeconds = 900;

    /// <summary>The counters of this try; unknown devices are strangers.</summary>
    public async Task<SignInTry> BeginAsync(HttpContext http, EmailAddress address, UserAccount? account, CancellationToken ct)
    {
        var device = BrowserCookies.ReadDevice(http.Request);
        var hash = device is null ? null : OpaqueToken.HashOf(device);
        var owner = account?.Id ?? Guid.Empty;
        var isKnown = hash is not null && await db.KnownDevices.AnyAsync(d => d.Hash == hash && d.UserId == owner, ct);
        var counters = isKnown ? [new Counter($"device:{owner:N}:{Convert.ToHexStringLower(hash!)}", FreeFailures: 5)] : StrangersCounters(http, address);
        return await ReadAsync(counters, isKnown ? device : null, ct);
    }

    /// <summary>The counter of passwords that a signed-in person is asked for again.</summary>
    public Task<SignInTry> BeginAsync(UserAccount account, CancellationToken ct) =>
        ReadAsync([new Counter($"confirm:{account.Id:N}", FreeFailures: 5)], null, ct);

    /// <summary>Counts a failure under every key of the try.</summary>
    public async Task FailAsync(SignInTry attempt, CancellationToken ct)
    {
        var now = db.Scope.Now;
        foreach (var (key, free) in attempt.Counters)
        {
            // A day without failures forgets them, but not the hundredth.
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into sign_in_counter as c (key, failures, last_failure_at) values ({key}, 1, {now})
                on conflict (key) do update set
                    failures = case when c.failures < {MaxFailures} and c.last_failure_at < {now.AddDays(-1)} then 1 else c.failures + 1 end,
                    last_failure_at = {now},
                    blocked_until = case
                        when c.last_failure_at < {now.AddDays(-1)} or c.failures + 1 < {free} then null
                        else {now} + make_interval(secs => least({MaxWaitSeconds}, power(2, least(c.failures + 1 - {free}, 20)))) end
                """,
                ct);
        }
    }

    /// <summary>A success ends the row of failures of those counters; a network keeps its own, others may be guessing there.</summary>
    public async Task SucceedAsync(SignInTry attempt, CancellationToken ct)
    {
        if (attempt.HasFailures)
        {
            var keys = attempt.Counters.Select(c => c.Key).Where(k => !k.StartsWith("network:", StringComparison.Ordinal)).ToArray();
            await db.SignInCounters.Where(c => keys.Contains(c.Key)).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>A new password makes up for what strangers did to the account.</summary>
    public Task ForgiveAsync(UserAccount account, CancellationToken ct)
    {
        var key = AccountKey(account.EmailFolded);
        return db.SignInCounters.Where(c => c.Key == key || c.Key.StartsWith(key + "@")).ExecuteDeleteAsync(ct);
    }

    /// <summary>Forgets every counter of an account.</summary>
    public async Task ForgetAsync(UserAccount account, CancellationToken ct)
    {
        await ForgiveAsync(account, ct);
        var (confirm, device) = ($"confirm:{account.Id:N}", $"device:{account.Id:N}:");
        await db.SignInCounters.Where(c => c.Key == confirm || c.Key.StartsWith(device)).ExecuteDeleteAsync(ct);
    }

    private static Counter[] StrangersCounters(HttpContext http, EmailAddress address)
    {
        var account = AccountKey(address.Folded);
        var network = ClientAddress.NetworkOf(http);
        Counter[] both = [new($"{account}@{network ?? "loopback"}", FreeFailures: 5), new(account, FreeFailures: 20)];
        return network is null ? both : [.. both, new($"network:{network}", FreeFailures: 300)];
    }

    /// <summary>Addresses that people mistype are nobody's business: only their hash is kept.</summary>
    private static string AccountKey(string folded) => "account:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));

    private async Task<SignInTry> ReadAsync(Counter[] counters, string? device, CancellationToken ct)
    {
        var keys = counters.Select(c => c.Key).ToArray();
        var known = await db.SignInCounters.AsNoTracking().Where(c => keys.Contains(c.Key)).ToListAsync(ct);
        var isClosed = known.Any(c => c.Failures >= MaxFailures && c.Key.StartsWith("account:", StringComparison.Ordinal));
        var wait = known.Max(c => c.BlockedUntil) - db.Scope.Now;
        return new SignInTry(counters, known.Count > 0, device, isClosed ? MaxWaitSeconds : wait > TimeSpan.Zero ? (int)Math.Ceiling(wait.Value.TotalSeconds) : null);
    }
}

/// <summary>A counter of failures, and how many of them cost no waiting.</summary>
internal sealed record Counter(string Key, int FreeFailures);

/// <summary>One try to sign in.</summary>
/// <param name="Counters">What a failure counts under.</param>
/// <param name="HasFailures">Whether there were any before.</param>
/// <param name="KnownDevice">The device's token when it is known for this account.</param>
/// <param name="WaitSeconds">How long it must wait; null when it may go on.</param>
internal sealed record SignInTry(IReadOnlyList<Counter> Counters, bool HasFailures, string? KnownDevice, int? WaitSeconds);
