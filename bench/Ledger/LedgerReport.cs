using System.Globalization;
using System.Text;
using Waymark.Ledger.Checking;
using Waymark.Ledger.Faults;

namespace Waymark.Ledger;

/// <summary>One run of one fault.</summary>
/// <param name="Fault">What struck.</param>
/// <param name="Commands">How many commands were sent.</param>
/// <param name="Unknowns">How many of them got no answer that says anything.</param>
/// <param name="Loaded">How long the load ran.</param>
/// <param name="Recovery">From the end of the load until nothing waited.</param>
/// <param name="Attempts">How often handlers of the probes began with an event.</param>
/// <param name="Findings">What the check came to.</param>
internal sealed record LedgerRun(Fault Fault, int Commands, int Unknowns, TimeSpan Loaded, TimeSpan Recovery, long Attempts, Findings Findings)
{
    /// <summary>What began again because it was interrupted, and was absorbed.</summary>
    public long Repeats => Attempts - Findings.Effects;

    /// <summary>The run on one line.</summary>
    public string Line()
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{Commands} commands in {Loaded.TotalSeconds:0.0} s, {Unknowns} unknown, {Findings.Effects} effects, ");
        line.Append(CultureInfo.InvariantCulture, $"{Repeats} repeats absorbed, lost {Findings.Lost}, doubled {Findings.Doubled}, ");
        line.Append(CultureInfo.InvariantCulture, $"out of order {Findings.Disordered}, recovered in {Recovery.TotalSeconds:0.0} s");
        line.AppendJoin("", Findings.Faults.Take(5).Select(f => $"\n    {f}"));
        return line.ToString();
    }
}

/// <summary>All runs.</summary>
internal sealed class LedgerReport
{
    private readonly List<LedgerRun> _runs = [];

    public IReadOnlyList<LedgerRun> Runs => _runs;

    /// <summary>Everything that must not be, a sentence each; empty when the promise held.</summary>
    public IReadOnlyList<string> Faults =>
    [
        .. _runs.Where(r => r.Findings.Lost + r.Findings.Doubled + r.Findings.Disordered > 0)
            .Select(r => $"{r.Fault.Name}: lost {r.Findings.Lost}, doubled {r.Findings.Doubled}, out of order {r.Findings.Disordered}"),
        .. _runs.SelectMany(r => r.Findings.Faults),
        .. _runs.GroupBy(r => r.Fault).Where(g => g.Key.Interrupts && g.Sum(r => r.Repeats) == 0)
            .Select(g => $"{g.Key.Name} did not bite: nothing was interrupted in {g.Count()} runs. Run it more often or with more load."),
    ];

    public void Add(LedgerRun run) => _runs.Add(run);

    /// <summary>The table that can be published.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine("| fault | runs | commands | unknown | effects | repeats absorbed | lost | doubled | out of order | recovery p50 | max |");
        table.AppendLine("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
        foreach (var runs in _runs.GroupBy(r => r.Fault))
        {
            var recoveries = runs.Select(r => r.Recovery.TotalSeconds).Order().ToList();
            table.Append(CultureInfo.InvariantCulture, $"| {runs.Key.Summary} | {runs.Count()} | {runs.Sum(r => r.Commands)} | {runs.Sum(r => r.Unknowns)} ");
            table.Append(CultureInfo.InvariantCulture, $"| {runs.Sum(r => r.Findings.Effects)} | {runs.Sum(r => r.Repeats)} | {runs.Sum(r => r.Findings.Lost)} ");
            table.Append(CultureInfo.InvariantCulture, $"| {runs.Sum(r => r.Findings.Doubled)} | {runs.Sum(r => r.Findings.Disordered)} ");
            table.AppendLine(CultureInfo.InvariantCulture, $"| {recoveries[recoveries.Count / 2]:0.0} s | {recoveries[^1]:0.0} s |");
        }

        foreach (var fault in Faults)
        {
            table.AppendLine($"FAULT {fault}");
        }

        return table.ToString();
    }
}
