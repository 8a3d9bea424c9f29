namespace Waymark.Ledger.Probe;

/// <summary>
/// What the ledger and the handlers of its probe tell each other, over files that survive the process: the ledger puts signs up
/// that handlers obey, and handlers write down what they began, committed or not. What began more often than it took effect shows
/// that a fault has interrupted or repeated something.
/// </summary>
internal static class Signs
{
    /// <summary>The variable that says what the files' paths begin with.</summary>
    public const string Variable = "WAYMARK_LEDGER_SIGNS";

    /// <summary>Poison has lost its effect.</summary>
    public const string Healed = "healed";

    /// <summary>The slow consumer is slow.</summary>
    public const string Slow = "slow";

    private const string Attempts = "attempts";

    private static readonly Lock Gate = new();
    private static readonly string? Own = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Whether a sign is up in this process.</summary>
    public static bool IsUp(string sign) => Own is not null && File.Exists(PathOf(Own, sign));

    /// <summary>Where a sign stands.</summary>
    public static string PathOf(string prefix, string sign) => $"{prefix}.{sign}";

    /// <summary>Notes that a handler has begun.</summary>
    public static void Begin(string consumer, IReadOnlyList<Guid> messages)
    {
        if (Own is null)
        {
            return;
        }

        lock (Gate)
        {
            File.AppendAllLines(PathOf(Own, Attempts), messages.Select(id => $"{consumer} {id}"));
        }
    }

    /// <summary>How often handlers have begun with an event.</summary>
    public static long CountAttempts(string prefix)
    {
        var path = PathOf(prefix, Attempts);
        return File.Exists(path) ? File.ReadLines(path).LongCount() : 0;
    }

    /// <summary>Deletes everything.</summary>
    public static void Clear(string prefix)
    {
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(prefix)!, Path.GetFileName(prefix) + ".*"))
        {
            File.Delete(path);
        }
    }
}
