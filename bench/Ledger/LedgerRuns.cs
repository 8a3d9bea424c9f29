using System.Diagnostics;
using Waymark.Ledger.Checking;
using Waymark.Ledger.Faults;
using Waymark.Ledger.Load;

namespace Waymark.Ledger;

/// <summary>Runs each fault as often as asked, each time on a fresh installation and at another instant, and adds up.</summary>
internal static class LedgerRuns
{
    private const int WarmUp = 100;

    /// <summary>Runs and prints a line for each run and a table at the end.</summary>
    public static async Task<LedgerReport> RunAsync(LedgerOptions options, TextWriter output)
    {
        var report = new LedgerReport();
        await output.WriteLineAsync($"seed {options.Seed}, {options.Rate} writes/s asked for, load average {LoadAverage()}");
        foreach (var fault in options.Faults)
        {
            var random = new Random(options.Seed);
            for (var run = 1; run <= options.Runs; run++)
            {
                var result = await RunOnceAsync(options, fault, random);
                report.Add(result);
                await output.WriteLineAsync($"{fault.Name} {run}: {result.Line()}");
            }
        }

        await output.WriteLineAsync();
        await output.WriteAsync(report.Table());
        return report;
    }

    private static async Task<LedgerRun> RunOnceAsync(LedgerOptions options, Fault fault, Random random)
    {
        await using var world = await LedgerWorld.CreateAsync(options.IsThroughRabbitMq);
        using var callers = new Callers(world.Address, options.Rate);
        await callers.SettleAsync();
        using var stop = new CancellationTokenSource();
        var loading = callers.RunAsync(stop.Token);
        await callers.UntilDoneAsync(WarmUp);
        var clock = Stopwatch.StartNew();
        await Task.Delay(options.Duration * (0.25 + (random.NextDouble() / 2)));
        await fault.Strike(world, random);

        // A second of load on what is back, so that what comes after the fault is checked too.
        var rest = options.Duration - clock.Elapsed;
        await Task.Delay(rest > TimeSpan.FromSeconds(1) ? rest : TimeSpan.FromSeconds(1));
        await stop.CancelAsync();
        await loading;
        var loaded = clock.Elapsed;
        var recovery = await Backlog.DrainAsync(world);
        var findings = await new LedgerCheck(world, callers).RunAsync();
        return new LedgerRun(fault, callers.History.All.Count, callers.History.Unknowns, loaded, recovery, world.CountAttempts(), findings);
    }

    private static string LoadAverage() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
