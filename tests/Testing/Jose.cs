namespace Waymark.Testing;

/// <summary>The npm package jose, an independent implementation of tokens, driven by the scripts beside its lock file.</summary>
public static class Jose
{
    /// <summary>Runs a script with JSON on its input; the package is installed when it is missing.</summary>
    /// <returns>What it wrote.</returns>
    public static Task<string> RunAsync(string script, object input, CancellationToken ct) =>
        NodeScripts.RunAsync(Repository.PathOf("tests", "Platform.Tests", "Security", "jose"), "jose", script, input, ct);
}
