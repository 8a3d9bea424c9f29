namespace Waymark.Ledger.Probe;

/// <summary>
/// What handlers began, committed or not, in a file that survives the process: attempts beyond effects show that a fault has
/// interrupted or repeated something. A fault after which there are none did not bite.
/// </summary>
internal static class Attempts
{
    /// <summary>The variable that names the file.</summary>
    public const string Variable = "WAYMARK_LEDGER_ATTEMPTS";

    private static readonly Lock Gate = new();
    private static readonly string? Path = Environment.GetEnvironmentVariable(Variable);

    public static void Write(string consumer, IReadOnlyList<Guid> messages)
    {
        if (Path is null)
        {
            return;
        }

        lock (Gate)
        {
            File.AppendAllLines(Path, messages.Select(id => $"{consumer} {id}"));
        }
    }
}
