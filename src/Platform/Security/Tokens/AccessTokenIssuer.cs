using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Waymark.Platform.Security.Tokens;

/// <summary>Signs access tokens: JWT profile of RFC 9068, ES256.</summary>
public sealed class AccessTokenIssuer(AccessTokenOptions options, TimeProvider clock)
{
    /// <summary>The text is encoded as base64url at once, so nothing in it needs an escape beyond what JSON demands.</summary>
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A token for the grant, valid from now for the agreed lifetime, signed by <paramref name="key"/>.</summary>
    public AccessToken Issue(AccessTokenGrant grant, SigningKey key)
    {
        var issuedAt = clock.GetUtcNow().ToUnixTimeSeconds();
        var expiresAt = issuedAt + (long)options.Lifetime.TotalSeconds;
        var id = new Guid(RandomNumberGenerator.GetBytes(16));

        var text = new StringBuilder(800)
            .Append(Encoded(json => WriteHeader(json, key.Id)))
            .Append('.')
            .Append(Encoded(json => WriteClaims(json, grant, id, issuedAt, expiresAt)));

        Span<byte> signature = stackalloc byte[SigningKey.SignatureLength];
        key.Sign(Encoding.ASCII.GetBytes(text.ToString()), signature);
        return new AccessToken(text.Append('.').Append(Base64Url.EncodeToString(signature)).ToString(), id, DateTimeOffset.FromUnixTimeSeconds(expiresAt));
    }

    private static void WriteHeader(Utf8JsonWriter json, string keyId)
    {
        json.WriteString("alg", "ES256");
        json.WriteString("typ", "at+jwt");
        json.WriteString("kid", keyId);
    }

    private void WriteClaims(Utf8JsonWriter json, AccessTokenGrant grant, Guid id, long issuedAt, long expiresAt)
    {
        json.WriteString("iss", options.Issuer);
        json.WriteString("sub", grant.UserId);
        json.WriteString("aud", options.Audience);
        json.WriteNumber("exp", expiresAt);
        json.WriteNumber("iat", issuedAt);
        json.WriteString("jti", id);
        json.WriteString("client_id", grant.ClientId);
        json.WriteString("scope", string.Join(' ', grant.Scopes));
        json.WriteString("sid", grant.SessionId);
        if (grant.TenantId is { } tenant)
        {
            json.WriteString("tid", tenant);
        }

        json.WriteNumber("auth_time", grant.AuthenticatedAt.ToUnixTimeSeconds());
        WriteTexts(json, "amr", grant.Methods);
        json.WriteNumber("sv", grant.SecurityVersion);
        WriteTexts(json, "roles", grant.Roles);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Encoded(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Unescaped))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(bytes.WrittenSpan);
    }
}
