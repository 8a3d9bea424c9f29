using System.Collections.Concurrent;

namespace Waymark.Platform.Security.Tokens;

/// <summary>
/// What ends tokens before their time: token ids, sessions, and the least security version of an account. Entries are needed
/// only as long as a token issued just before can live, so the list stays small by itself.
/// </summary>
public sealed class RevokedTokens(AccessTokenOptions options, TimeProvider clock)
{
    private const long SweepIntervalSeconds = 60;

    private readonly ConcurrentDictionary<Guid, long> _ids = new();
    private readonly ConcurrentDictionary<Guid, (long Version, long Until)> _versions = new();
    private long _nextSweep;

    /// <summary>Refuses one token by its <c>jti</c>.</summary>
    public void RevokeToken(Guid jti) => _ids[jti] = Until();

    /// <summary>Refuses every token of a session: <c>sid</c>.</summary>
    public void RevokeSession(Guid sessionId) => _ids[sessionId] = Until();

    /// <summary>Refuses every token of an account that was issued under an older security version: <c>sv</c>.</summary>
    public void RequireVersion(Guid userId, long securityVersion)
    {
        var until = Until();
        _versions.AddOrUpdate(userId, (securityVersion, until), (_, known) => (Math.Max(known.Version, securityVersion), until));
    }

    /// <summary>Whether the token was revoked.</summary>
    public bool Contains(ValidatedToken token) =>
        _ids.ContainsKey(token.Jti)
        || (token.SessionId is { } session && _ids.ContainsKey(session))
        || (_versions.TryGetValue(token.UserId, out var least) && token.SecurityVersion < least.Version);

    private long Until()
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var next = Interlocked.Read(ref _nextSweep);
        if (now >= next && Interlocked.CompareExchange(ref _nextSweep, now + SweepIntervalSeconds, next) == next)
        {
            Sweep(now);
        }

        return now + (long)(options.Lifetime + (2 * options.Skew)).TotalSeconds;
    }

    private void Sweep(long now)
    {
        foreach (var entry in _ids.Where(e => e.Value < now))
        {
            _ids.TryRemove(entry);
        }

        foreach (var entry in _versions.Where(e => e.Value.Until < now))
        {
            _versions.TryRemove(entry);
        }
    }
}
