using System.Globalization;

namespace Waymark.Bench;

/// <summary>What to measure and for how long.</summary>
internal sealed record BenchOptions
{
    public const string Usage =
        """
        Usage: ./waymark bench [--quick] [--seconds N] [--warm-up N] [--rounds N] [--only get,create] [--port N] [--keep DIR]
          --quick     short runs, one round: to see where something stands, not to quote
          --seconds   how long one run lasts (8)
          --warm-up   how long each program runs at least before a work is measured (8); but for --quick it runs on until its compiler is done
          --rounds    how many runs of each work on each program; the median counts (3)
          --only      which works: get, list, page, create, status, signin
          --port      the product's port; the bare program takes the next one (18290)
          --keep      a folder for the data, kept and used again by the next bench: for those who work on the speed
        """;

    public int Seconds { get; private init; } = 8;

    public int WarmUpSeconds { get; private init; } = 8;

    /// <summary>Whether a work is put off until the compiler is done with it.</summary>
    public bool AwaitsCompiler { get; private init; } = true;

    public int Rounds { get; private init; } = 3;

    public int Port { get; private init; } = 18290;

    public string? Keep { get; private init; }

    public IReadOnlyList<Work> Works { get; private init; } = Work.All;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="BenchException">It cannot be understood.</exception>
    public static BenchOptions Of(string[] args)
    {
        var options = args.Contains("--quick", StringComparer.Ordinal)
            ? new BenchOptions { Seconds = 3, WarmUpSeconds = 3, Rounds = 1, AwaitsCompiler = false }
            : new BenchOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--quick" => options,
                "--seconds" => options with { Seconds = Number(args, ++i) },
                "--warm-up" => options with { WarmUpSeconds = Number(args, ++i) },
                "--rounds" => options with { Rounds = Number(args, ++i) },
                "--port" => options with { Port = Number(args, ++i) },
                "--keep" => options with { Keep = Path.GetFullPath(Value(args, ++i)) },
                "--only" => options with { Works = [.. Value(args, ++i).Split(',').Select(Work.Named)] },
                _ => throw new BenchException($"There is no option '{args[i]}'.\n{Usage}"),
            };
        }

        return options;
    }

    /// <summary>The number above zero at a place of the command line.</summary>
    public static int Number(string[] args, int place) =>
        int.TryParse(Value(args, place), CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new BenchException($"{args[place - 1]} needs a number above zero.");

    /// <summary>The value at a place of the command line.</summary>
    public static string Value(string[] args, int place) =>
        place < args.Length ? args[place] : throw new BenchException($"{args[place - 1]} needs a value.");
}

/// <summary>Something that can be put right by who started the bench; the message says how.</summary>
internal sealed class BenchException(string message) : Exception(message);
