namespace Waymark.Ledger.Checking;

/// <summary>One event of a task's stream; the title that it gave, where it gave one.</summary>
internal sealed record StreamLine(long Version, string? Title);

/// <summary>What one run came to.</summary>
internal sealed class Findings
{
    public long Effects { get; set; }

    /// <summary>Events that an effect is missing of, and that stand in no dead letters either.</summary>
    public long Lost { get; set; }

    /// <summary>Effects that stand twice.</summary>
    public long Doubled { get; set; }

    /// <summary>Effects that came behind a later one of their task.</summary>
    public long Disordered { get; set; }

    /// <summary>Events that were given up and stand where they can be replayed.</summary>
    public long DeadLetters { get; set; }

    /// <summary>Everything else that does not add up, a sentence each.</summary>
    public List<string> Faults { get; } = [];
}
