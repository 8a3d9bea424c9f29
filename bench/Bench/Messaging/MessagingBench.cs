using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.RabbitMq;
using Waymark.Testing;
using Waymark.Testing.Brokers;

namespace Waymark.Bench.Messaging;

/// <summary>
/// Events through both transports, on a PostgreSQL and a RabbitMQ of the bench's own that write through to the disk: how many
/// the relay hands over, how many one consumer handles, and how soon a single effect stands when nothing else happens.
/// </summary>
internal static class MessagingBench
{
    public const string Usage =
        """
        Usage: ./waymark bench messaging [--quick]
          --quick     fewer events: to see where something stands, not to quote
        """;

    private const double RelayBar = 3_000;
    private const double ConsumerBar = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Measures and prints.</summary>
    /// <exception cref="BenchException">The machine lacks something, or the command line cannot be understood.</exception>
    public static async Task RunAsync(string[] args)
    {
        if (args is not ([] or ["--quick"]))
        {
            throw new BenchException(Usage);
        }

        var (events, single) = args.Length == 0 ? (30_000, 200) : (6_000, 40);
        if (PrivateRabbitMq.Missing is { } missing)
        {
            throw new BenchException(missing);
        }

        await using var postgres = new TestPostgres { IsDurable = true };
        await using var broker = await PrivateRabbitMq.StartAsync();
        Console.WriteLine($"{"",-12}{"relay/s",10}{"bar",8}{"consumer/s",12}{"bar",8}{"idle p50 ms",13}{"bar",6}{"p99 ms",9}{"others",9}");
        await MeasureAsync("in process", postgres, _ => { }, events, single, TimeSpan.FromMilliseconds(20));
        await MeasureAsync("RabbitMQ", postgres, s => s.AddRabbitMq(new RabbitMqOptions { Url = broker.Url }), events, single, TimeSpan.FromMilliseconds(40));
    }

    private static async Task MeasureAsync(
        string name, TestPostgres postgres, Action<IServiceCollection> addTransport, int events, int single, TimeSpan bar)
    {
        var warm = await Pair.MakeAsync(postgres, addTransport);
        await warm.FillAsync(2_000);
        await using (await warm.StartAsync("source", "target"))
        {
            await UntilAsync(async () => await warm.EffectsAsync() == 2_000);
        }

        // Another pair over the same names: what waits in a broker is the business of the last one.
        var pair = await Pair.MakeAsync(postgres, addTransport);
        await pair.FillAsync(events);
        var (all, own) = (Machine.SecondsOfAll(), Machine.SecondsOfTree(Environment.ProcessId));
        var whole = Stopwatch.StartNew();
        var relay = await TimeAsync(pair, ["source"], async () => await pair.WaitingAsync() == 0);
        var consumer = await TimeAsync(pair, ["target"], async () => await pair.EffectsAsync() == events);
        var others = (Machine.SecondsOfAll() - all - (Machine.SecondsOfTree(Environment.ProcessId) - own)) / whole.Elapsed.TotalSeconds;
        var idle = await IdleAsync(pair, single);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-12}{events / relay.TotalSeconds,10:N0}{RelayBar,8:N0}{events / consumer.TotalSeconds,12:N0}{ConsumerBar,8:N0}{idle[idle.Length / 2],13:F1}{bar.TotalMilliseconds,6:F0}{idle[^Math.Max(1, idle.Length / 100)],9:F1}{others,9:F1}"));
    }

    private static async Task<TimeSpan> TimeAsync(Pair pair, string[] here, Func<Task<bool>> isDone)
    {
        var clock = Stopwatch.StartNew();
        await using (await pair.StartAsync(here))
        {
            await UntilAsync(isDone);
            return clock.Elapsed;
        }
    }

    private static async Task<double[]> IdleAsync(Pair pair, int single)
    {
        var times = new List<double>();
        await using var running = await pair.StartAsync("source", "target");
        for (var i = 0; i < single + 10; i++)
        {
            await Task.Delay(Pause);
            var time = (await running.SendAsync()).TotalMilliseconds;
            if (i >= 10)
            {
                times.Add(time);
            }
        }

        return [.. times.Order()];
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            if (clock.Elapsed > Patience)
            {
                throw new BenchException("The events did not go through within three minutes.");
            }

            await Task.Delay(20);
        }
    }
}
