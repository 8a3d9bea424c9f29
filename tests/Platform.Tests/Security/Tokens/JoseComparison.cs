using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Platform.Security.Tokens;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Security.Tokens;

/// <summary>What jose, an independent implementation, says about tokens: ours, and thousands of mutations it signs itself.</summary>
internal sealed record JoseComparison(
    [property: JsonPropertyName("ours")] IReadOnlyList<bool> Ours,
    [property: JsonPropertyName("jwks")] JsonElement KeySet,
    [property: JsonPropertyName("cases")] IReadOnlyList<JoseCase> Cases)
{
    public static async Task<JoseComparison> RunAsync(TokenWorld world, IReadOnlyList<string> ourTokens, CancellationToken ct)
    {
        var output = await Jose.RunAsync("differential.mjs", new
        {
            now = world.Time.GetUtcNow().ToUnixTimeSeconds(),
            issuer = world.Options.Issuer,
            audience = world.Options.Audience,
            jwks = JsonDocument.Parse(Published(world.Key)).RootElement,
            tokens = ourTokens,
        }, ct);
        return JsonSerializer.Deserialize<JoseComparison>(output)!;
    }

    private static byte[] Published(SigningKey key)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            JsonWebKeySet.Write(json, [key]);
        }

        return stream.ToArray();
    }
}

/// <summary>One token of theirs and whether jose accepts it.</summary>
internal sealed record JoseCase(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("accepted")] bool Accepted);
