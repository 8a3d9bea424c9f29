using System.Diagnostics;
using System.Text.Json;

namespace Waymark.Testing;

/// <summary>Scripts that ask an npm package, as an independent implementation, for its opinion. A folder holds them beside the package's lock file.</summary>
public static class NodeScripts
{
    /// <summary>Runs a script with JSON on its input; the package is installed when it is missing.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string folder, string package, string script, object input, CancellationToken ct)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules", package)))
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
