using System.Globalization;
using System.Text;
using Waymark.Ledger.Faults;

namespace Waymark.Ledger.Reporting;

/// <summary>What runs came to together.</summary>
internal sealed class LedgerReport(IEnumerable<LedgerRun> runs)
{
    private readonly List<LedgerRun> _runs = [.. runs];

    public LedgerReport()
        : this([])
    {
    }

    public IReadOnlyList<LedgerRun> Runs => _runs;

    /// <summary>Everything that must not be, a sentence each; empty when the promise held.</summary>
    public IReadOnlyList<string> Faults =>
    [
        .. _runs.Where(r => r.Lost + r.Doubled + r.Disordered > 0)
            .Select(r => $"{r.Fault}, seed {r.Seed}: lost {r.Lost}, doubled {r.Doubled}, out of order {r.Disordered}"),
        .. _runs.SelectMany(r => r.Faults.Select(f => $"{r.Fault}, seed {r.Seed}: {f}")),
        .. _runs.GroupBy(r => r.Fault).Where(DidNotBite)
            .Select(g => $"{g.Key} did not bite: nothing was interrupted in {g.Count()} runs. Run it more often or with more load."),
        .. _runs.Where(r => r.Struck == 0 && FaultOf(r.Fault).Unit is not null)
            .Select(r => $"{r.Fault}, seed {r.Seed} did not bite: {FaultOf(r.Fault).Unit} were due, and there were none."),
    ];

    public void Add(LedgerRun run) => _runs.Add(run);

    /// <summary>A row for each fault and transport, in the order of <see cref="FaultList"/>.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine("| what happens | transport | runs | commands | unknown | effects | struck | begun again | lost | doubled | out of order | recovery p50 | max |");
        table.AppendLine("| --- | --- | --: | --: | --: | --: | --- | --: | --: | --: | --: | --: | --: |");
        foreach (var fault in FaultList.All)
        {
            foreach (var group in _runs.Where(r => r.Fault == fault.Name).GroupBy(r => r.IsThroughRabbitMq).OrderBy(g => g.Key))
            {
                table.AppendLine(Row(fault, group.Key, [.. group]));
            }
        }

        foreach (var fault in Faults)
        {
            table.AppendLine($"FAULT {fault}");
        }

        return table.ToString();
    }

    private static string Row(Fault fault, bool isThroughRabbitMq, List<LedgerRun> runs)
    {
        var recoveries = runs.ConvertAll(r => r.RecoverySeconds);
        recoveries.Sort();
        var struck = fault.Unit is null ? "" : $"{fault.Unit}: {runs.Sum(r => r.Struck).ToString("n0", CultureInfo.InvariantCulture)}";
        var disordered = fault.Reorders ? "" : runs.Sum(r => r.Disordered).ToString(CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {fault.Summary} (`{fault.Name}`) | {(isThroughRabbitMq ? "RabbitMQ" : "in process")} | {runs.Count} | {runs.Sum(r => r.Commands):n0} | {runs.Sum(r => r.Unknowns):n0} | {runs.Sum(r => r.Effects):n0} | {struck} | {runs.Sum(r => r.Repeats):n0} | {runs.Sum(r => r.Lost)} | {runs.Sum(r => r.Doubled)} | {disordered} | {recoveries[recoveries.Count / 2]:0.0} s | {recoveries[^1]:0.0} s |");
    }

    private static bool DidNotBite(IGrouping<string, LedgerRun> runs) => FaultOf(runs.Key).Interrupts && runs.Sum(r => r.Repeats) == 0;

    private static Fault FaultOf(string name) =>
        FaultList.All.FirstOrDefault(f => f.Name == name) ?? throw new LedgerException($"A run tells of the fault '{name}', which is not known any more.");
}
