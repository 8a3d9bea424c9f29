using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Waymark.Identity.Sessions;

/// <summary>Removes every hour what no longer means anything, in small steps that hold nobody up.</summary>
internal sealed class SweepExpired(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SweepExpired> log) : RepeatedWork(clock, log)
{
    private const int Step = 1_000;
    /// <summary>An ended session is of interest for a while to whoever looks into a break-in.</summary>
    private static readonly TimeSpan KeepSessions = TimeSpan.FromDays(90);

    /// <summary>What is left of an erased account says which tokens are refused; by then none is alive.</summary>
    private static readonly TimeSpan KeepErased = TimeSpan.FromDays(1);

    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var now = db.Scope.Now;
        await EachStepAsync(() => db.RefreshTokens.Where(t => t.ExpiresAt < now).Take(Step).ExecuteDeleteAsync(ct));
        await EachStepAsync(() => db.Sessions.Where(s => s.ExpiresAt < now - KeepSessions).Take(Step).ExecuteDeleteAsync(ct));
        await EachStepAsync(() => db.Accounts.Where(a => a.ClosedAt < now - KeepErased && a.Email == "").Take(Step).ExecuteDeleteAsync(ct));
        await EachStepAsync(() => db.PasswordResets.Where(r => r.ExpiresAt < now).Take(Step).ExecuteDeleteAsync(ct));
        await EachStepAsync(() => db.KnownDevices.Where(d => d.LastUsedAt < now.AddDays(-365)).Take(Step).ExecuteDeleteAsync(ct));
        await EachStepAsync(() => db.SignInCounters
            .Where(c => c.LastFailureAt < now.AddDays(-2) && c.Failures < SignIn.SignInThrottle.MaxFailures).Take(Step).ExecuteDeleteAsync(ct));
    }

    protected override Task RunRoundAsync(CancellationToken ct) => SweepAsync(ct);

    private static async Task EachStepAsync(Func<Task<int>> delete)
    {
        while (await delete() == Step)
        {
            // There is more of it.
        }
    }
}
