using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Waymark.Platform.Security.Tokens;

/// <summary>
/// Checks access tokens from first principles and refuses whatever is not exactly what <see cref="AccessTokenIssuer"/> makes
/// or RFC 9068 demands. It does not know about revocation: <see cref="ValidatedTokens"/> does, and stands before it.
/// </summary>
public sealed class AccessTokenValidator(AccessTokenOptions options, ISigningKeys keys, TimeProvider clock)
{
    /// <summary>The longest token, in characters.</summary>
    public const int MaxLength = 8 * 1024;

    private const int MaxKeyIdLength = 64;

    /// <summary>64 bytes in base64url.</summary>
    private const int MaxSignatureTextLength = 86;

    /// <summary>A duplicate member or deep nesting is how two parsers are made to read two different tokens.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>Members that bring keys, compression or other rules of their own; none of them has a place here.</summary>
    private static readonly string[] RefusedMembers = ["crit", "jku", "jwk", "x5u", "x5c", "zip", "cty", "b64"];

    /// <summary>The token's content, or the reason for refusing it.</summary>
    public TokenFault Validate(ReadOnlySpan<char> token, out ValidatedToken? validated)
    {
        validated = null;
        if (token.Length > MaxLength)
        {
            return TokenFault.TooLong;
        }

        Span<Range> segments = stackalloc Range[4];
        if (token.Split(segments, '.') != 3)
        {
            return TokenFault.Form;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(token.Length * 2);
        try
        {
            return Validate(token, segments, buffer, out validated);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            // The parser and its typed reads refuse what is not strict JSON: bad escapes, lone surrogates, duplicates.
            return TokenFault.Json;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private TokenFault Validate(ReadOnlySpan<char> token, ReadOnlySpan<Range> segments, byte[] buffer, out ValidatedToken? validated)
    {
        validated = null;
        Span<byte> signature = stackalloc byte[SigningKey.SignatureLength];
        if (token[segments[2]].Length > MaxSignatureTextLength
            || !StrictBase64Url.TryDecode(token[segments[0]], buffer, out var headerLength)
            || !StrictBase64Url.TryDecode(token[segments[1]], buffer.AsSpan(headerLength), out var claimsLength)
            || !StrictBase64Url.TryDecode(token[segments[2]], signature, out var signatureLength))
        {
            return TokenFault.Form;
        }

        var header = buffer.AsMemory(0, headerLength);
        if (!TryReadHeader(header, out var keyId))
        {
            return TokenFault.Header;
        }

        if (keys.Find(keyId) is not { } key)
        {
            return TokenFault.UnknownKey;
        }

        var claims = buffer.AsMemory(headerLength, claimsLength);
        var signedText = token[..segments[1].End.GetOffset(token.Length)];
        var signed = buffer.AsSpan(headerLength + claimsLength, signedText.Length);
        Encoding.ASCII.GetBytes(signedText, signed);
        if (!key.Verify(signed, signature[..signatureLength]))
        {
            return TokenFault.Signature;
        }

        return Utf8.IsValid(claims.Span) ? ReadClaims(claims, out validated) : TokenFault.Json;
    }

    private static bool TryReadHeader(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out string? keyId)
    {
        keyId = null;
        if (!Utf8.IsValid(utf8.Span))
        {
            return false;
        }

        using var document = JsonDocument.Parse(utf8, Strict);
        var header = document.RootElement;
        if (header.ValueKind != JsonValueKind.Object
            || !Claims.TryText(header, "alg", out var algorithm) || algorithm != "ES256"
            || !Claims.TryText(header, "typ", out var type) || !IsAccessToken(type)
            || !Claims.TryText(header, "kid", out keyId) || keyId.Length > MaxKeyIdLength)
        {
            return false;
        }

        foreach (var member in RefusedMembers)
        {
            if (header.TryGetProperty(member, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAccessToken(string type) =>
        type.Equals("at+jwt", StringComparison.OrdinalIgnoreCase) || type.Equals("application/at+jwt", StringComparison.OrdinalIgnoreCase);

    private TokenFault ReadClaims(ReadOnlyMemory<byte> utf8, out ValidatedToken? validated)
    {
        validated = null;
        using var document = JsonDocument.Parse(utf8, Strict);
        var claims = document.RootElement;
        if (claims.ValueKind != JsonValueKind.Object || !Claims.TryText(claims, "iss", out var issuer))
        {
            return TokenFault.Claims;
        }

        if (issuer != options.Issuer)
        {
            return TokenFault.Issuer;
        }

        if (!Claims.HasAudience(claims, options.Audience))
        {
            return TokenFault.Audience;
        }

        var times = CheckTimes(claims);
        return times != TokenFault.None ? times
            : (validated = Claims.Read(claims)) is null ? TokenFault.Claims
            : TokenFault.None;
    }

    private TokenFault CheckTimes(JsonElement claims)
    {
        if (!Claims.TryInstant(claims, "exp", out var expiresAt)
            || !Claims.TryInstant(claims, "iat", out var issuedAt)
            || (claims.TryGetProperty("nbf", out _) && !Claims.TryInstant(claims, "nbf", out _)))
        {
            return TokenFault.Claims;
        }

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var skew = (long)options.Skew.TotalSeconds;
        if (expiresAt <= now - skew)
        {
            return TokenFault.Expired;
        }

        var isEarly = Claims.TryInstant(claims, "nbf", out var notBefore) && notBefore > now + skew;
        return isEarly || issuedAt > now + skew || expiresAt - issuedAt > (long)options.Lifetime.TotalSeconds ? TokenFault.Times : TokenFault.None;
    }
}
