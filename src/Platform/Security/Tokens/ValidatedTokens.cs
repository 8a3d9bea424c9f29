using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Waymark.Platform.Security.Tokens;

/// <summary>
/// The check that every request passes: a token seen before costs one hash and a look-up instead of a signature. Expiry and
/// revocation are checked each time. Two generations bound the memory: when the young one is full it becomes the old one,
/// and what is still in use moves over again.
/// </summary>
public sealed class ValidatedTokens(AccessTokenValidator validator, RevokedTokens revoked, AccessTokenOptions options, TimeProvider clock)
{
    private readonly Lock _turn = new();
    private readonly TimeSpan _skew = options.Skew;
    private volatile ConcurrentDictionary<TokenHash, ValidatedToken> _young = new();
    private volatile ConcurrentDictionary<TokenHash, ValidatedToken> _old = new();
    private int _youngCount;

    /// <summary>How many tokens one generation holds, about half a KiB each.</summary>
    internal int GenerationSize { get; init; } = 16 * 1024;

    /// <summary>How many tokens are remembered.</summary>
    internal int Count => _young.Count + _old.Count;

    /// <summary>The token's content when it is valid now; <paramref name="fault"/> is for the log only.</summary>
    public bool TryValidate(ReadOnlySpan<char> token, [NotNullWhen(true)] out ValidatedToken? validated, out TokenFault fault)
    {
        validated = null;
        fault = TokenFault.TooLong;
        if (token.Length > AccessTokenValidator.MaxLength)
        {
            return false;
        }

        var hash = TokenHash.Of(token);
        if (!_young.TryGetValue(hash, out var known))
        {
            if (!_old.TryGetValue(hash, out known) && (fault = validator.Validate(token, out known)) != TokenFault.None)
            {
                return false;
            }

            Remember(hash, known!);
        }

        fault = known!.ExpiresAt + _skew <= clock.GetUtcNow() ? TokenFault.Expired
            : revoked.Contains(known) ? TokenFault.Revoked
            : TokenFault.None;
        validated = fault == TokenFault.None ? known : null;
        return validated is not null;
    }

    private void Remember(TokenHash hash, ValidatedToken token)
    {
        if (!_young.TryAdd(hash, token) || Interlocked.Increment(ref _youngCount) < GenerationSize)
        {
            return;
        }

        lock (_turn)
        {
            if (_youngCount >= GenerationSize)
            {
                _old = _young;
                _young = new ConcurrentDictionary<TokenHash, ValidatedToken>();
                _youngCount = 0;
            }
        }
    }
}
