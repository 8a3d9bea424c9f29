namespace Waymark.Bench.Scale;

/// <summary>How large the two projects are and how often each read is asked.</summary>
internal sealed record ScaleOptions
{
    public const string Usage =
        """
        Usage: ./waymark bench scale [--quick] [--rounds N] [--large N] [--only list,board] [--port N] [--keep DIR]
          --quick     few rounds: to see where something stands, not to quote
          --rounds    how often each read is asked of each project (200)
          --large     how many tasks the large project has (100000); the small one has 1,000
          --only      which kinds of reads: list, board, query, search, similar
          --port      the product's port (18290)
          --keep      a folder for the data, kept and used again by the next bench
        """;

    public const int Small = 1_000;

    private static readonly string[] AllKinds = ["list", "board", "query", "search", "similar"];

    public int Large { get; private init; } = 100_000;

    public int Rounds { get; private init; } = 200;

    public int Port { get; private init; } = 18290;

    public string? Keep { get; private init; }

    public IReadOnlyList<string> Kinds { get; private init; } = AllKinds;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="BenchException">It cannot be understood.</exception>
    public static ScaleOptions Of(string[] args)
    {
        var options = new ScaleOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--quick" => options with { Rounds = 30 },
                "--rounds" => options with { Rounds = BenchOptions.Number(args, ++i) },
                "--large" => options with { Large = Math.Max(Small, BenchOptions.Number(args, ++i)) },
                "--port" => options with { Port = BenchOptions.Number(args, ++i) },
                "--keep" => options with { Keep = Path.GetFullPath(BenchOptions.Value(args, ++i)) },
                "--only" => options with { Kinds = [.. BenchOptions.Value(args, ++i).Split(',').Select(KnownKind)] },
                _ => throw new BenchException($"There is no option '{args[i]}'.\n{Usage}"),
            };
        }

        return options;
    }

    private static string KnownKind(string kind) => AllKinds.Contains(kind, StringComparer.Ordinal)
        ? kind
        : throw new BenchException($"There are no reads '{kind}'; there are {string.Join(", ", AllKinds)}.");
}
