using System.Globalization;
using Waymark.Platform.Operations;

namespace Waymark.Testing.Hosting;

/// <summary>A fresh data folder for hosts; disposing stops the PostgreSQL that a killed host left in it and deletes it.</summary>
public sealed class HostFolder : IAsyncDisposable
{
    private const string Prefix = "waymark-e2e-";
    private static int _count;

    /// <summary>The folder, which the host makes.</summary>
    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref _count)}"));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Path))
            await TestPostgres.RemoveAsync(Path);
    }

    /// <summary>A test run that was killed could not clean up: the next one ends its hosts and deletes its folders.</summary>
    public static async Task RemoveLeftoversAsync()
    {
        foreach (var path in Directory.GetDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            var run = System.IO.Path.GetFileName(path)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(run, CultureInfo.InvariantCulture, out var pid) && Unix.IsAlive(pid))
                continue;
            if (DataFolder.HolderOf(path) is { } host and not 0)
            {
                Unix.Signal(host, HostProcess.Kill);
                await Eventually.IsAsync(() => DataFolder.HolderOf(path) is null);
            }

            await TestPostgres.RemoveLeftoverAsync(path);
        }
    }
}
