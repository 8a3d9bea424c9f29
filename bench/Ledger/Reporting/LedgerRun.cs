using System.Globalization;
using System.Text;

namespace Waymark.Ledger.Reporting;

/// <summary>One run of one fault, as it is kept.</summary>
internal sealed record LedgerRun
{
    /// <summary>The name of what struck.</summary>
    public required string Fault { get; init; }

    /// <summary>Whether events went through a broker.</summary>
    public required bool IsThroughRabbitMq { get; init; }

    /// <summary>What the run's random numbers began with.</summary>
    public required int Seed { get; init; }

    /// <summary>How many writes a second were asked for.</summary>
    public required int Rate { get; init; }

    /// <summary>How busy the machine was when it began.</summary>
    public required double LoadAverage { get; init; }

    /// <summary>What it ran on.</summary>
    public string Machine { get; init; } = "";

    /// <summary>How many commands were sent.</summary>
    public required int Commands { get; init; }

    /// <summary>How many of them got no answer that says anything.</summary>
    public required int Unknowns { get; init; }

    /// <summary>How long the load ran.</summary>
    public required double LoadedSeconds { get; init; }

    /// <summary>From the moment that what was taken away is back until nothing waited; the load runs on for at least the first second of it.</summary>
    public required double RecoverySeconds { get; init; }

    /// <summary>What the fault did, in its own unit.</summary>
    public required long Struck { get; init; }

    public required long Effects { get; init; }

    /// <summary>What handlers began again because it was interrupted, and was absorbed.</summary>
    public required long Repeats { get; init; }

    public required long Lost { get; init; }

    public required long Doubled { get; init; }

    public required long Disordered { get; init; }

    public required long DeadLetters { get; init; }

    /// <summary>Everything else that does not add up, a sentence each.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>The run on one line.</summary>
    public string Line()
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{Commands} commands in {LoadedSeconds:0.0} s, {Unknowns} unknown, struck {Struck}, {Effects} effects, ");
        line.Append(CultureInfo.InvariantCulture, $"{Repeats} repeats absorbed, {DeadLetters} dead letters, lost {Lost}, doubled {Doubled}, ");
        line.Append(CultureInfo.InvariantCulture, $"out of order {Disordered}, recovered in {RecoverySeconds:0.0} s");
        line.AppendJoin("", Faults.Take(5).Select(f => $"\n    {f}"));
        return line.ToString();
    }
}
