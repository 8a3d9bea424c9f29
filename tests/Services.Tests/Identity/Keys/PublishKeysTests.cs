using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Services.Tests.Identity.Keys;

public sealed class PublishKeysTests(WaymarkApi waymark)
{
    [Fact]
    public async Task The_published_keys_verify_our_tokens()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        using var client = api.Client();

        var published = JsonWebKeySet.Read(await client.GetByteArrayAsync("/.well-known/jwks.json"));
        var description = await client.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration");

        var header = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(ada.AccessToken.Split('.')[0])).RootElement;
        var signed = Encoding.ASCII.GetBytes(ada.AccessToken[..ada.AccessToken.LastIndexOf('.')]);
        Assert.True(published[header.GetProperty("kid").GetString()!].Verify(signed, System.Buffers.Text.Base64Url.DecodeFromChars(ada.AccessToken.Split('.')[2])));
        Assert.Equal("http://localhost:8080", description.GetProperty("issuer").GetString());
        Assert.Equal("http://localhost:8080/.well-known/jwks.json", description.GetProperty("jwks_uri").GetString());
    }

    [Fact]
    public async Task Only_the_public_part_of_a_key_is_shown()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        using var client = api.Client();

        var answer = await client.GetAsync("/.well-known/jwks.json");

        var key = Assert.Single((await answer.JsonAsync(HttpStatusCode.OK)).GetProperty("keys").EnumerateArray());
        Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Equal(TimeSpan.FromHours(1), answer.Headers.CacheControl?.MaxAge);
    }
}
