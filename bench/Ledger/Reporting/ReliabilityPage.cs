using System.Globalization;

namespace Waymark.Ledger.Reporting;

/// <summary>The page that is published: the promise, what was done to break it, and the counts.</summary>
internal static class ReliabilityPage
{
    /// <summary>How many seconds after its return everything that waited for something ought to be applied.</summary>
    private const int Promised = 20;

    /// <summary>The page of so many runs.</summary>
    public static string Of(IReadOnlyList<LedgerRun> runs)
    {
        var report = new LedgerReport(runs);
        return string.Create(CultureInfo.InvariantCulture,
            $"""
             # Reliability

             <!-- Written by ./waymark bench ledger --record bench/Ledger/runs.jsonl --report docs/reliability.md: change that, not this. -->

             ## The promise

             For every event that a committed transaction wrote, every subscribed consumer applies its database effect exactly once, or
             the message stands, visible and replayable, in that consumer's dead letters. Effects of one aggregate apply in version order.
             Killing any process, the database or the broker at any instant loses no committed event.

             Not promised: order between different aggregates; order where something between broker and program reorders messages (effects
             then hold wherever a handler compares versions, as all our copies do) or after the replay of a dead letter; exactly one mail or
             webhook, which carry a key for their receiver to tell repeats by.

             ## How it is tried

             `./waymark bench ledger` starts the product on an empty installation of its own, with one more service whose consumers do
             nothing but insert a row for each event, into a table without any unique key. Two dozen people create and rename tasks at a
             fixed rate and write down what they asked for and were told. At a random moment something is taken away. When it is back and
             nothing waits any more, the ledger counts:

             - every answered command stands, once, as the version that was answered; no refused one does; unanswered ones may;
             - the versions of each task are dense, and for each of them every consumer has **one** row, or an open dead letter;
             - rows of one task came in the order of its versions;
             - what other services keep of tasks equals what the owner's rows say;
             - nothing is left on its way, and nothing died that nothing was wrong with.

             A fault that interrupts handlers must show interrupted work, and one that counts what it did must have done some: otherwise the
             run says that the fault did not bite, and fails. Every run draws its moments from a seed, so that it can be repeated. The
             first column names the fault for `--fault`; the kill points end the program, as kill -9 would, at a named instant of an event's
             way (`WAYMARK_KILL_AT`, for tests only).

             ## What came of it

             **{runs.Count:n0} runs, {runs.Sum(r => (long)r.Commands):n0} commands, {runs.Sum(r => r.Effects):n0} effects: lost {runs.Sum(r => r.Lost)}, doubled {runs.Sum(r => r.Doubled)}, out of order {runs.Sum(r => r.Disordered)}.** {Verdict(report)}

             {report.Table().TrimEnd()}

             *Unknown* are commands whose caller got no answer. *Begun again* are handlers that were interrupted and whose rollback left
             nothing. *Recovery* runs from the moment that what was taken away is back until nothing waited; the callers go on for at least
             the first second of it, and catch up with their rate.

             {Made(runs)}

             Each run with its seed stands in [bench/Ledger/runs.jsonl](../bench/Ledger/runs.jsonl). Again:

             ```
             ./waymark bench ledger --fault kill-host --runs 20
             ./waymark bench ledger --fault all --runs 1 --rabbitmq
             ./waymark bench ledger --fault kill-points --runs 1 --seed 7
             ```

             A selection runs in every build (`tests/EndToEnd.Tests/Faults`), and what needs no whole product is tried one by one in
             `tests/Platform.Tests/Messaging` and `RabbitMq`, on both transports.
             """).ReplaceLineEndings("\n") + "\n";
    }

    private static string Verdict(LedgerReport report)
    {
        var counts = report.Faults.Count == 0 ? "Every count added up." : $"{report.Faults.Count} did not add up; they stand below the table.";
        var quick = report.Runs.Count(r => r.RecoverySeconds <= Promised);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{counts} In {quick} of {report.Runs.Count} runs everything was applied within {Promised} s of the return; the longest took {report.Runs.Max(r => r.RecoverySeconds):0.0} s.");
    }

    private static string Made(IReadOnlyList<LedgerRun> runs)
    {
        var machines = runs.Select(r => r.Machine).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var (calm, busy) = (runs.Min(r => r.LoadAverage), runs.Max(r => r.LoadAverage));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Made on {string.Join("; ", machines)}. Program, PostgreSQL, RabbitMQ and callers shared it with other work: the load average at the start of a run was {calm:0.0} to {busy:0.0}, so times are upper bounds. Writes asked for: {runs.Min(r => r.Rate)} to {runs.Max(r => r.Rate)} a second; seeds {runs.Min(r => r.Seed)} to {runs.Max(r => r.Seed)}.");
    }
}
