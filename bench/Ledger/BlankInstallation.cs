using System.Diagnostics;
using Waymark.Testing;

namespace Waymark.Ledger;

/// <summary>
/// An installation that was started once and ended, for all runs of this program: its copy is ready long before a new one would be.
/// </summary>
internal static class BlankInstallation
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>Makes a folder a copy of it.</summary>
    public static async Task CopyToAsync(string folder)
    {
        // PostgreSQL insists on the owner and the mode of its files.
        using var copy = Process.Start("cp", ["--archive", await Made.Value, folder]);
        await copy.WaitForExitAsync();
        if (copy.ExitCode != 0)
        {
            throw new LedgerException($"The installation could not be copied to {folder}; is the disk full?");
        }
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"waymark-ledger-{Environment.ProcessId}-blank");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        using var host = new LedgerHost(folder);
        host.Start(LedgerWorld.Settings(), folder, new Dictionary<string, string>());
        await host.ReadyAsync();
        await host.EndAsync(LedgerWorld.Terminate);
        return folder;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Trash.Take(folder);
        }
    }
}
