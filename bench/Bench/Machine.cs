using System.Globalization;

namespace Waymark.Bench;

/// <summary>What processes have used, read from <c>/proc</c>.</summary>
internal static class Machine
{
    /// <summary>Linux counts in hundredths of a second on every machine .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>The processor seconds that one process has used so far.</summary>
    public static double SecondsOf(int id) => (Read(id)?.Ticks ?? 0) / TicksPerSecond;

    /// <summary>The processor seconds that those threads of a process have used that live and bear a name.</summary>
    public static double SecondsOfThreads(int id, string name) =>
        Directory.EnumerateDirectories($"/proc/{id}/task").Select(task => ReadFile(task + "/stat"))
            .OfType<ProcessTimes>().Where(t => string.Equals(t.Name, name, StringComparison.Ordinal)).Sum(t => t.Ticks) / TicksPerSecond;

    /// <summary>The processor seconds that a process and everything it started have used so far; what has ended counts on.</summary>
    public static double SecondsOfTree(int root)
    {
        var processes = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
            .OfType<ProcessTimes>().ToList();
        var children = processes.ToLookup(p => p.Parent);
        var (ticks, open) = (0L, new Queue<ProcessTimes>(processes.Where(p => p.Id == root)));
        while (open.TryDequeue(out var process))
        {
            ticks += process.Ticks + process.EndedTicks;
            foreach (var child in children[process.Id])
            {
                open.Enqueue(child);
            }
        }

        return ticks / TicksPerSecond;
    }

    /// <summary>The processor seconds of the processes that this one started and that have ended.</summary>
    public static double SecondsOfEnded() => (Read(Environment.ProcessId)?.EndedTicks ?? 0) / TicksPerSecond;

    /// <summary>The processor seconds that all processes of the machine have used so far.</summary>
    public static double SecondsOfAll()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(f => long.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        // user, nice, system; idle and waiting for a disk are no work; then interrupts.
        return (fields[0] + fields[1] + fields[2] + fields[5] + fields[6]) / TicksPerSecond;
    }

    /// <summary>The memory that a process holds, in MB.</summary>
    public static double MemoryOf(int id) =>
        double.Parse(
            File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) / 1024;

    private static ProcessTimes? Read(int id) => ReadFile($"/proc/{id}/stat");

    private static ProcessTimes? ReadFile(string stat)
    {
        try
        {
            var text = File.ReadAllText(stat);
            // The program's name stands in brackets and may hold anything.
            var (open, close) = (text.IndexOf('('), text.LastIndexOf(')'));
            var fields = text[(close + 2)..].Split(' ');
            return new ProcessTimes(
                int.Parse(text[..(open - 1)], CultureInfo.InvariantCulture), text[(open + 1)..close], int.Parse(fields[1], CultureInfo.InvariantCulture),
                Ticks(fields[11]) + Ticks(fields[12]), Ticks(fields[13]) + Ticks(fields[14]));
        }
        catch (IOException)
        {
            // It has ended between the listing and the look.
            return null;
        }
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    private sealed record ProcessTimes(int Id, string Name, int Parent, long Ticks, long EndedTicks);
}
