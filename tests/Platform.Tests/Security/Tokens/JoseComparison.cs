using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Platform.Tests.Security.Tokens;

/// <summary>What jose, an independent implementation, says about tokens: ours, and thousands of mutations it signs itself.</summary>
internal sealed record JoseComparison(
    [property: JsonPropertyName("ours")] IReadOnlyList<bool> Ours,
    [property: JsonPropertyName("jwks")] JsonElement KeySet,
    [property: JsonPropertyName("cases")] IReadOnlyList<JoseCase> Cases)
{
    public static async Task<JoseComparison> RunAsync(TokenWorld world, IReadOnlyList<string> ourTokens, CancellationToken ct)
    {
        var folder = Path.Combine(RepositoryRoot(), "tests", "Platform.Tests", "Security", "jose");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "jose")))
        {
            await RunAsync(folder, "npm", ["ci"], input: "", ct);
        }

        var input = JsonSerializer.Serialize(new
        {
            now = world.Time.GetUtcNow().ToUnixTimeSeconds(),
            issuer = world.Options.Issuer,
            audience = world.Options.Audience,
            jwks = JsonDocument.Parse(Published(world.Key)).RootElement,
            tokens = ourTokens,
        });
        return JsonSerializer.Deserialize<JoseComparison>(await RunAsync(folder, "node", ["differential.mjs"], input, ct))!;
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

    private static async Task<string> RunAsync(string folder, string program, string[] arguments, string input, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return await output;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Waymark.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}

/// <summary>One token of theirs and whether jose accepts it.</summary>
internal sealed record JoseCase(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("accepted")] bool Accepted);
