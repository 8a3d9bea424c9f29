using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Identity.Keys;

/// <summary>A set of public keys (RFC 7517).</summary>
public sealed record PublishedKeys(IReadOnlyList<PublishedKey> Keys);

/// <summary>A public key for ES256 signatures.</summary>
public sealed record PublishedKey(string Kty, string Crv, string Use, string Alg, string Kid, string X, string Y);

/// <summary>Where tokens come from (OpenID Connect Discovery 1.0).</summary>
public sealed record OpenIdConfiguration(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("jwks_uri")] string JwksUri,
    [property: JsonPropertyName("subject_types_supported")] IReadOnlyList<string> SubjectTypes,
    [property: JsonPropertyName("id_token_signing_alg_values_supported")] IReadOnlyList<string> SigningAlgorithms,
    [property: JsonPropertyName("response_types_supported")] IReadOnlyList<string> ResponseTypes,
    [property: JsonPropertyName("claims_supported")] IReadOnlyList<string> Claims);

/// <summary>What anybody needs to verify our tokens without asking us (RFC 7517, OpenID Connect Discovery 1.0).</summary>
internal static class PublishKeys
{
    /// <summary>Much less than the day that the next key is published ahead of its use.</summary>
    private const string CacheControl = "public, max-age=3600";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/jwks.json", KeysAsync).RequirePermission(Permissions.Public)
            .WithName("GetSigningKeys").WithSummary("The public keys of access tokens").Produces<PublishedKeys>();
        routes.MapGet("/.well-known/openid-configuration", Describe).RequirePermission(Permissions.Public)
            .WithName("GetOpenIdConfiguration").WithSummary("Where tokens come from and how to verify them");
    }

    private static async Task KeysAsync(HttpContext http, SigningKeyRing ring)
    {
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = CacheControl;
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        JsonWebKeySet.Write(json, ring.Published);
        await json.FlushAsync(http.RequestAborted);
    }

    private static Answer<OpenIdConfiguration> Describe(HttpContext http, AccessTokenOptions options)
    {
        http.Response.Headers.CacheControl = CacheControl;
        return Answers.Ok(new OpenIdConfiguration(
            options.Issuer,
            options.Issuer + "/.well-known/jwks.json",
            ["public"],
            ["ES256"],
            [],
            ["iss", "sub", "aud", "exp", "iat", "jti", "client_id", "scope", "sid", "tid", "auth_time", "amr", "sv", "roles"]));
    }
}
