using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Identity.Sessions;

/// <summary>
/// Knows which sessions ended while this process was not running or in another process of identity: it reads them before the
/// first request and then every five seconds, as far back as an access token can live.
/// </summary>
internal sealed class KeepRevocations(
    IServiceScopeFactory scopes, RevokedTokens revoked, AccessTokenOptions options, TimeProvider clock, ILogger<KeepRevocations> log) : RepeatedWork(clock, log)
{
    /// <summary>A commit may come later than the instant it carries.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private DateTimeOffset _since;

    protected override TimeSpan Interval => TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _since = Clock.GetUtcNow() - options.Lifetime - options.Skew;
        await ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task RunRoundAsync(CancellationToken ct) => ReadAsync(ct);

    private async Task ReadAsync(CancellationToken ct)
    {
        var until = Clock.GetUtcNow() - Margin;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var since = _since;
        await foreach (var id in db.Sessions.Where(s => s.RevokedAt >= since).Select(s => s.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            revoked.RevokeSession(id);
        }

        // Reading a minute again each time costs little; missing one would leave a stolen token working.
        _since = until > _since ? until : _since;
    }
}
