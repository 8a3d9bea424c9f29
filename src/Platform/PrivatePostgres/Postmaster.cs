using System.Globalization;
using Waymark.Platform.Operations;

namespace Waymark.Platform.PrivatePostgres;

/// <summary>What <c>postmaster.pid</c> and <c>/proc</c> tell of the server of one cluster folder.</summary>
internal sealed record Postmaster(int Pid, bool IsReady)
{
    /// <summary>Above the kernel's largest process id, so it never lives.</summary>
    private const string NobodysPid = "4194305";

    /// <summary>The file's content; null without a file, or while it is being written.</summary>
    public static Postmaster? Read(string cluster)
    {
        var file = PidFile(cluster);
        if (!File.Exists(file))
            return null;
        try
        {
            // Line 1 is the process id, line 8 its state.
            var lines = File.ReadAllLines(file);
            return lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
                ? new Postmaster(pid, lines.Length > 7 && lines[7].StartsWith("ready", StringComparison.Ordinal))
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the process lives and really serves this folder: after a crash its id may belong to anyone.</summary>
    public bool Serves(string cluster) => CommandLine(Pid).AsSpan().IndexOf(["-D", cluster]) >= 0 && Unix.IsAlive(Pid);

    /// <summary>The arguments of a process; empty when it is gone.</summary>
    public static string[] CommandLine(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>
    /// Writes a process id that cannot live into a left-over file. PostgreSQL would take a zombie or a recycled id for a
    /// running server; the other lines stay, because by them it still notices orphaned children and then refuses to start.
    /// </summary>
    public static void Disown(string cluster)
    {
        var file = PidFile(cluster);
        if (!File.Exists(file))
            return;
        var lines = File.ReadAllLines(file);
        if (lines.Length > 0)
            lines[0] = NobodysPid;
        // Written in place: the file must keep its owner.
        File.WriteAllLines(file, lines);
    }

    private static string PidFile(string cluster) => Path.Combine(cluster, "postmaster.pid");
}
