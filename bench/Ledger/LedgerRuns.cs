using System.Diagnostics;
using Waymark.Ledger.Checking;
using Waymark.Ledger.Faults;
using Waymark.Ledger.Load;
using Waymark.Ledger.Reporting;

namespace Waymark.Ledger;

/// <summary>Runs each fault as often as asked, each time on a fresh installation and at another instant, and adds up.</summary>
internal static class LedgerRuns
{
    private const int WarmUp = 100;

    /// <summary>Runs and prints a line for each run and a table at the end.</summary>
    public static async Task<LedgerReport> RunAsync(LedgerOptions options, TextWriter output)
    {
        var report = new LedgerReport();
        if (options.Faults.Count == 0)
        {
            return report;
        }

        var machine = await MachineText.ReadAsync(options.IsThroughRabbitMq);
        await output.WriteLineAsync($"{machine}; seed {options.Seed}, {options.Rate} writes/s asked for, load average {MachineText.LoadAverage()}");
        foreach (var fault in options.Faults)
        {
            for (var run = 0; run < options.Runs; run++)
            {
                var seed = options.Seed + run;
                var result = (await RunOnceAsync(options, fault, seed)) with { Machine = machine };
                report.Add(result);
                await output.WriteLineAsync($"{fault.Name}, seed {seed}: {result.Line()}");
                if (options.Record is { } file)
                {
                    RunFile.Append(file, result);
                }
            }
        }

        await output.WriteLineAsync();
        await output.WriteAsync(report.Table());
        return report;
    }

    private static async Task<LedgerRun> RunOnceAsync(LedgerOptions options, Fault fault, int seed)
    {
        var random = new Random(seed);
        var load = MachineText.LoadAverage();
        await using var world = await LedgerWorld.CreateAsync(fault, options.IsThroughRabbitMq);
        using var callers = new Callers(world.Address, options.Rate);
        await callers.SettleAsync();
        using var stop = new CancellationTokenSource();
        var loading = callers.RunAsync(stop.Token);
        await callers.UntilDoneAsync(WarmUp);
        var clock = Stopwatch.StartNew();
        await Task.Delay(options.Duration * (0.25 + (random.NextDouble() / 2)));
        var scene = new Scene(world, callers, random);
        await fault.Strike(scene);
        var back = Stopwatch.StartNew();

        // A second of load on what is back, so that what comes after the fault is checked too.
        var rest = options.Duration - clock.Elapsed;
        await Task.Delay(rest > TimeSpan.FromSeconds(1) ? rest : TimeSpan.FromSeconds(1));
        await stop.CancelAsync();
        await loading;
        var loaded = clock.Elapsed;
        await Backlog.DrainAsync(world);
        var recovery = back.Elapsed;
        var findings = await new LedgerCheck(world, callers, fault.Reorders).RunAsync();
        findings.Faults.AddRange(scene.Faults);
        return new LedgerRun
        {
            Fault = fault.Name,
            IsThroughRabbitMq = options.IsThroughRabbitMq,
            Seed = seed,
            Rate = options.Rate,
            LoadAverage = load,
            Commands = callers.History.All.Count,
            Unknowns = callers.History.Unknowns,
            LoadedSeconds = Math.Round(loaded.TotalSeconds, 1),
            RecoverySeconds = Math.Round(recovery.TotalSeconds, 1),
            Struck = scene.Struck,
            Effects = findings.Effects,
            Repeats = world.CountAttempts() - findings.Effects,
            Lost = findings.Lost,
            Doubled = findings.Doubled,
            Disordered = findings.Disordered,
            DeadLetters = findings.DeadLetters,
            Faults = findings.Faults,
        };
    }
}
