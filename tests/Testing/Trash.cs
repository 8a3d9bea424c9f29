using System.Diagnostics;
using System.Globalization;

namespace Waymark.Testing;

/// <summary>
/// Folders that nobody needs any more. The thousands of files of a PostgreSQL take a disk longer to forget than most tests take, so
/// nobody waits for it.
/// </summary>
public static class Trash
{
    private const string Prefix = "waymark-gone-";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static int _count;

    /// <summary>Takes a folder away at once; its files go in the background, also when this process has ended before.</summary>
    public static void Take(string folder)
    {
        var gone = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref _count)}"));
        Directory.Move(folder, gone);
        Remove(gone);
    }

    /// <summary>Removes what is left because the machine went down in the midst of it.</summary>
    public static void Empty()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (Directory.GetLastWriteTimeUtc(left) < TimeProvider.System.GetUtcNow().UtcDateTime - Long)
                Remove(left);
        }
    }

    private static void Remove(string folder)
    {
        using var removing = Process.Start("rm", ["-rf", folder]);
    }
}
