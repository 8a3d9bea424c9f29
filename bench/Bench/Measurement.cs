using System.Diagnostics;
using System.Globalization;

namespace Waymark.Bench;

/// <summary>The course of a bench: starts, data, runs of both programs by turns, figures.</summary>
internal sealed class Measurement(BenchOptions options, string folder)
{
    /// <summary>Long enough for what a start leaves behind to settle.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly string _data = Path.Combine(folder, "data");

    public async Task RunAsync()
    {
        var product = await StartTwiceAsync();
        await using var program = product.Program;
        var given = new Given(program.Client);
        var about = await given.FindOrMakeAsync(Path.Combine(folder, "given.json"));
        await using var bare = await BareProgram.StartAsync(options.Port + 1, product);
        await using var effects = await Effects.OfAsync(product);
        await effects.DrainAsync();

        var (bareTarget, productTarget) = (new Target("bare", bare, folder), new Target("product", program, folder));
        await bareTarget.GiveAsync(BareProgram.Given());
        Report.WriteHead();
        foreach (var work in options.Works)
        {
            about["token"] = await given.SignInAsync();
            await productTarget.GiveAsync(about);
            await MeasureAsync(work, bareTarget, productTarget, product.Postgres, effects);
        }
    }

    /// <summary>The first start makes the databases; the second is what every later one costs.</summary>
    private async Task<Product> StartTwiceAsync()
    {
        var first = await Product.StartAsync(options.Port, _data);
        var firstTime = first.Program.StartTime;
        await first.Program.DisposeAsync();
        var second = await Product.StartAsync(options.Port, _data);
        var startCpu = Machine.SecondsOf(second.Program.Id);
        await Task.Delay(Idle);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ready after {firstTime.TotalSeconds:F1} s the first time, {second.Program.StartTime.TotalSeconds:F1} s the second time ({startCpu:F1} s of processor); idle memory {Machine.MemoryOf(second.Program.Id):F0} MB"));
        return second;
    }

    private async Task MeasureAsync(Work work, Target bare, Target product, int postgres, Effects effects)
    {
        var (bareRuns, productRuns, after) = (new List<Run>(), new List<Run>(), new List<Aftermath>());
        await WarmUp.RunAsync(bare, work, options, postgres);
        await WarmUp.RunAsync(product, work, options, postgres);
        for (var round = 0; round < options.Rounds; round++)
        {
            await effects.DrainAsync();
            bareRuns.Add(await Load.RunAsync(bare, work, options.Seconds, postgres));
            var before = work.Writes ? await effects.CountAsync() : 0;
            var clock = Stopwatch.StartNew();
            productRuns.Add(await Load.RunAsync(product, work, options.Seconds, postgres));
            if (work.Writes)
            {
                var backlog = await effects.BacklogAsync();
                var drain = await effects.DrainAsync();
                after.Add(new Aftermath(await effects.CountAsync() - before, clock.Elapsed.TotalSeconds, backlog, drain));
            }
        }

        Report.Write(work, bareRuns, productRuns);
        if (after.Count > 0)
        {
            Report.Write(work, after);
        }
    }
}
