using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Bench;

/// <summary>What one run has shown.</summary>
/// <param name="Rate">Requests a second.</param>
/// <param name="P50">Median latency in ms.</param>
/// <param name="P99">99th percentile of the latency in ms.</param>
/// <param name="Requests">How many were answered.</param>
/// <param name="Failures">Answers from 400 on, and requests without an answer.</param>
/// <param name="ProcessorMs">Processor time of the program and of PostgreSQL for each request, what runs behind it included.</param>
/// <param name="Others">Cores that everything else on the machine used meanwhile, the load generator aside.</param>
internal sealed record Run(double Rate, double P50, double P99, long Requests, long Failures, double ProcessorMs, double Others);

/// <summary>Puts a program under load with wrk: 16 connections that are kept alive, one thread.</summary>
internal static class Load
{
    private const string Connections = "-c16";

    public static void NeedGenerator()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(':').Any(folder => File.Exists(Path.Combine(folder, "wrk"))))
        {
            throw new BenchException("wrk is missing; install it (Debian: apt-get install wrk) and try again.");
        }
    }

    /// <summary>One run of one work against one program.</summary>
    public static async Task<Run> RunAsync(Target target, Work work, int seconds, int postgres)
    {
        var (program, server) = (Machine.SecondsOf(target.Program.Id), Machine.SecondsOfTree(postgres));
        var (generator, all) = (Machine.SecondsOfEnded(), Machine.SecondsOfAll());
        var clock = Stopwatch.StartNew();
        var measured = await WrkAsync(target, work, seconds);
        var elapsed = clock.Elapsed.TotalSeconds;
        program = Machine.SecondsOf(target.Program.Id) - program;
        server = Machine.SecondsOfTree(postgres) - server;
        generator = Machine.SecondsOfEnded() - generator;
        all = Machine.SecondsOfAll() - all;

        target.GoOnFrom(work, measured.Next);
        return new Run(
            measured.Rate,
            measured.P50,
            measured.P99,
            measured.Requests,
            measured.Refused + measured.Lost,
            (program + server) * 1000 / measured.Requests,
            Math.Max(0, all - program - server - generator) / elapsed);
    }

    private static async Task<Measured> WrkAsync(Target target, Work work, int seconds)
    {
        var result = Path.GetTempFileName();
        var start = new ProcessStartInfo(
            "wrk",
            ["-t1", Connections, $"-d{seconds}s", "--timeout", "30s", "-s", Path.Combine(Clone.Root, "bench", "load.lua"), target.Program.Address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["TARGET"] = target.Name,
                ["WORK"] = work.Name,
                ["GIVEN"] = target.GivenFile,
                ["START"] = target.WalkOf(work),
                ["OUT"] = result,
            },
        };
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var text = await File.ReadAllTextAsync(result);
        File.Delete(result);
        return wrk.ExitCode == 0 && text.Length > 0
            ? JsonSerializer.Deserialize(text, MeasuredJson.Default.Measured)!
            : throw new BenchException($"wrk failed: {output}");
    }
}

/// <summary>The line that <c>load.lua</c> writes.</summary>
internal sealed record Measured(long Requests, double Rate, double P50, double P99, long Refused, long Lost, long Next);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Measured))]
internal sealed partial class MeasuredJson : JsonSerializerContext;
