using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Waymark.Platform.Security.Tokens;

/// <summary>Reads claims by their exact JSON kinds; a claim of another kind is a fault, never converted.</summary>
internal static class Claims
{
    /// <summary>Larger numbers are not exact in every JSON parser.</summary>
    private const long MaxInteger = 1L << 53;

    /// <summary>The content of a token whose issuer, audience and times have been checked; null when a claim is missing or of the wrong kind.</summary>
    public static ValidatedToken? Read(JsonElement claims)
    {
        if (!TryId(claims, "sub", out var userId)
            || !TryId(claims, "jti", out var jti)
            || !TryText(claims, "client_id", out var clientId)
            || !TryOptionalId(claims, "sid", out var sessionId)
            || !TryOptionalId(claims, "tid", out var tenantId)
            || !TryOptionalInteger(claims, "auth_time", out var authenticatedAt)
            || !TryOptionalInteger(claims, "sv", out var securityVersion)
            || !TryOptionalTexts(claims, "amr", out var methods)
            || !TryOptionalTexts(claims, "roles", out var roles)
            || !TryScopes(claims, out var scopes))
        {
            return null;
        }

        TryInstant(claims, "exp", out var expiresAt);
        TryInstant(claims, "iat", out var issuedAt);
        return new ValidatedToken
        {
            UserId = userId,
            SessionId = sessionId,
            Jti = jti,
            ClientId = clientId,
            Roles = roles,
            Scopes = scopes,
            TenantId = tenantId,
            AuthenticatedAt = authenticatedAt is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            Methods = methods,
            SecurityVersion = securityVersion ?? 0,
            IssuedAt = DateTimeOffset.FromUnixTimeSeconds(issuedAt),
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(expiresAt),
        };
    }

    /// <summary>A text that is not empty.</summary>
    public static bool TryText(JsonElement claims, string name, [NotNullWhen(true)] out string? text)
    {
        text = claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return !string.IsNullOrEmpty(text);
    }

    /// <summary>Seconds since 1970 as a plain integer that is an instant of our calendar.</summary>
    public static bool TryInstant(JsonElement claims, string name, out long seconds)
    {
        seconds = 0;
        return claims.TryGetProperty(name, out var value) && TryInteger(value, out seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
    }

    /// <summary>Whether the token is meant for <paramref name="audience"/>, alone or among others.</summary>
    public static bool HasAudience(JsonElement claims, string audience)
    {
        if (!claims.TryGetProperty("aud", out var value))
        {
            return false;
        }

        return value.ValueKind == JsonValueKind.Array
            ? TryTexts(value, out var audiences) && audiences.Contains(audience, StringComparer.Ordinal)
            : value.ValueKind == JsonValueKind.String && value.GetString() == audience;
    }

    private static bool TryInteger(JsonElement value, out long integer)
    {
        integer = -1;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out integer) && integer is >= 0 and <= MaxInteger;
    }

    private static bool TryId(JsonElement claims, string name, out Guid id)
    {
        id = default;
        return TryText(claims, name, out var text) && text.Length == 36 && Guid.TryParseExact(text, "D", out id);
    }

    private static bool TryOptionalId(JsonElement claims, string name, out Guid? id)
    {
        id = null;
        if (!claims.TryGetProperty(name, out _))
        {
            return true;
        }

        var isOne = TryId(claims, name, out var value);
        id = value;
        return isOne;
    }

    private static bool TryOptionalInteger(JsonElement claims, string name, out long? integer)
    {
        integer = null;
        if (!claims.TryGetProperty(name, out _))
        {
            return true;
        }

        var isOne = TryInstant(claims, name, out var value);
        integer = value;
        return isOne;
    }

    private static bool TryOptionalTexts(JsonElement claims, string name, out string[] texts)
    {
        texts = [];
        return !claims.TryGetProperty(name, out var value) || TryTexts(value, out texts);
    }

    private static bool TryTexts(JsonElement value, out string[] texts)
    {
        texts = [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        texts = new string[value.GetArrayLength()];
        var count = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            texts[count++] = item.GetString()!;
        }

        return true;
    }

    private static bool TryScopes(JsonElement claims, out string[] scopes)
    {
        scopes = [];
        if (!claims.TryGetProperty("scope", out var value))
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        scopes = value.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return true;
    }
}
