using System.Text.Json;

namespace Waymark.Ledger.Reporting;

/// <summary>Runs in a file, one on each line, so that a page can tell of many days.</summary>
internal static class RunFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static void Append(string path, LedgerRun run) => File.AppendAllText(path, JsonSerializer.Serialize(run, Options) + "\n");

    /// <exception cref="LedgerException">There is none, or it holds something else.</exception>
    public static IReadOnlyList<LedgerRun> Read(string path)
    {
        try
        {
            return [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<LedgerRun>(l, Options)!)];
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new LedgerException($"{path} holds no runs ({e.Message}).");
        }
    }
}
