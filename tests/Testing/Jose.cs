using System.Diagnostics;
using System.Text.Json;

namespace Waymark.Testing;

/// <summary>The npm package jose, an independent implementation of tokens, driven by the scripts beside its lock file.</summary>
public static class Jose
{
    /// <summary>Runs a script with JSON on its input; the package is installed when it is missing.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string script, object input, CancellationToken ct)
    {
        var folder = Repository.PathOf("tests", "Platform.Tests", "Security", "jose");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "jose")))
        {
            await RunAsync(folder, "npm", ["ci"], input: "", ct);
        }

        return await RunAsync(folder, "node", [script], JsonSerializer.Serialize(input), ct);
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
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
