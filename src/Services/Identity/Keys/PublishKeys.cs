using System.Text.Json;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Identity.Keys;

/// <summary>What anybody needs to verify our tokens without asking us (RFC 7517, OpenID Connect Discovery 1.0).</summary>
internal static class PublishKeys
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/jwks.json", KeysAsync).RequirePermission(Permissions.Public)
            .WithName("GetSigningKeys").WithSummary("The public keys of access tokens").Produces<JsonElement>();
        routes.MapGet("/.well-known/openid-configuration", DescribeAsync).RequirePermission(Permissions.Public)
            .WithName("GetOpenIdConfiguration").WithSummary("Where tokens come from and how to verify them").Produces<JsonElement>();
    }

    private static Task KeysAsync(HttpContext http, SigningKeyRing ring) => WriteAsync(http, json => JsonWebKeySet.Write(json, ring.Published));

    private static Task DescribeAsync(HttpContext http, AccessTokenOptions options) => WriteAsync(http, json =>
    {
        json.WriteStartObject();
        json.WriteString("issuer", options.Issuer);
        json.WriteString("jwks_uri", options.Issuer + "/.well-known/jwks.json");
        WriteTexts(json, "subject_types_supported", "public");
        WriteTexts(json, "id_token_signing_alg_values_supported", "ES256");
        WriteTexts(json, "response_types_supported");
        WriteTexts(json, "claims_supported", "iss", "sub", "aud", "exp", "iat", "jti", "client_id", "scope", "sid", "tid", "auth_time", "amr", "sv", "roles");
        json.WriteEndObject();
    });

    private static async Task WriteAsync(HttpContext http, Action<Utf8JsonWriter> write)
    {
        http.Response.ContentType = "application/json";
        // Much less than the day that the next key is published ahead of its use.
        http.Response.Headers.CacheControl = "public, max-age=3600";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        write(json);
        await json.FlushAsync(http.RequestAborted);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, params ReadOnlySpan<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
