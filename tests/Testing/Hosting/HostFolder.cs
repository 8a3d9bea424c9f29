using System.Globalization;
using Waymark.Platform.Operations;

namespace Waymark.Testing.Hosting;

/// <summary>A fresh data folder for hosts; disposing stops the PostgreSQL that a killed host left in it and deletes it.</summary>
public sealed class HostFolder : IAsyncDisposable
{
    private const string Prefix = "waymark-e2e-";
    private static readonly Lazy<Task<HostFolder>> Installed = new(InstallAsync);
    private static int _count;

    /// <summary>The folder, which the host makes.</summary>
    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref _count)}"));

    /// <summary>A folder as the first start of a host leaves it: a copy of one that is made once is ready long before another.</summary>
    public static async Task<HostFolder> InstalledAsync()
    {
        var folder = new HostFolder();
        // PostgreSQL insists on the owner and the mode of its files.
        return await Tool.RunAsync(["cp", "--archive", (await Installed.Value).Path, folder.Path], CancellationToken.None) is (0, _)
            ? folder
            : throw new InvalidOperationException($"The installation could not be copied to {folder.Path}; is the disk full?");
    }

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

    private static async Task<HostFolder> InstallAsync()
    {
        var folder = new HostFolder();
        await using (var host = await HostProcess.StartReadyAsync(folder))
        {
            await host.StopAsync();
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Trash.Take(folder.Path);
        return folder;
    }
}
