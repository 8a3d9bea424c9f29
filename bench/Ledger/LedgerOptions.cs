using System.Globalization;
using Waymark.Ledger.Faults;
using Waymark.Testing.Brokers;

namespace Waymark.Ledger;

/// <summary>Which fault strikes how often, and under which load.</summary>
internal sealed record LedgerOptions
{
    public static readonly string Usage =
        $"""
        Usage: ./waymark bench ledger --fault NAME[,NAME] [--runs N] [--rate N] [--seconds N] [--seed N] [--rabbitmq] [--record FILE] [--report FILE]
          --fault     what happens while the load runs: {string.Join(", ", FaultList.All.Select(f => f.Name))};
                      {FaultList.KillPoints}, or {FaultList.Everything} that does not take minutes
          --runs      how often (5)
          --rate      writes a second that are asked for (200)
          --seconds   how long the load runs at least (6)
          --seed      of the instants at which faults strike, one more for each run; printed, so that a run can be repeated
          --rabbitmq  events go through a RabbitMQ of the ledger's own instead of straight into the databases
          --record    adds each run to a file
          --report    writes the page of all runs of that file, or of these; without --fault it runs nothing
        """;

    public IReadOnlyList<Fault> Faults { get; private init; } = [];

    public int Runs { get; init; } = 5;

    public int Rate { get; init; } = 200;

    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(6);

    public int Seed { get; init; } = Random.Shared.Next(1, 1_000_000);

    public bool IsThroughRabbitMq { get; init; }

    /// <summary>The file that each run is added to.</summary>
    public string? Record { get; init; }

    /// <summary>The file that the page is written to.</summary>
    public string? Report { get; init; }

    /// <summary>Options for one fault.</summary>
    public static LedgerOptions For(string fault) => new() { Faults = FaultList.Named(fault) };

    /// <summary>Reads the command line.</summary>
    /// <exception cref="LedgerException">It cannot be understood.</exception>
    public static LedgerOptions Of(string[] args)
    {
        var options = new LedgerOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--fault" => options with { Faults = FaultsOf(Value(args, ++i)) },
                "--runs" => options with { Runs = Number(args, ++i) },
                "--rate" => options with { Rate = Number(args, ++i) },
                "--seconds" => options with { Duration = TimeSpan.FromSeconds(Number(args, ++i)) },
                "--seed" => options with { Seed = Number(args, ++i) },
                "--record" => options with { Record = Value(args, ++i) },
                "--report" => options with { Report = Value(args, ++i) },
                "--rabbitmq" => options with { IsThroughRabbitMq = true },
                _ => throw new LedgerException($"There is no option '{args[i]}'.\n{Usage}"),
            };
        }

        return options switch
        {
            { Faults.Count: 0, Record: not null, Report: not null } => options,
            { Faults.Count: 0 } => throw new LedgerException($"Name a fault.\n{Usage}"),
            { IsThroughRabbitMq: false } => options with { Faults = [.. options.Faults.Where(f => !f.NeedsBroker)] },
            _ when PrivateRabbitMq.Missing is { } missing => throw new LedgerException(missing),
            _ => options,
        };
    }

    private static IReadOnlyList<Fault> FaultsOf(string names) => [.. names.Split(',').SelectMany(FaultList.Named)];

    private static int Number(string[] args, int place) =>
        int.TryParse(Value(args, place), CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new LedgerException($"{args[place - 1]} needs a number above zero.");

    private static string Value(string[] args, int place) =>
        place < args.Length ? args[place] : throw new LedgerException($"{args[place - 1]} needs a value.");
}

/// <summary>Something that can be put right by who started the ledger; the message says how.</summary>
internal sealed class LedgerException(string message) : Exception(message);
