using System.Collections.Concurrent;

namespace Waymark.Ledger.Load;

/// <summary>How a command ended for its caller.</summary>
internal enum Outcome
{
    /// <summary>Answered with success: it must stand.</summary>
    Done,

    /// <summary>Answered with a refusal: it must have no effect.</summary>
    Refused,

    /// <summary>It never left the caller.</summary>
    NotSent,

    /// <summary>No answer, or one that says nothing: it may stand or not.</summary>
    Unknown,
}

/// <summary>One command: a creation, or a new title for a task. The title is unique in the whole run and so names the command.</summary>
internal sealed record Command(string Title, Guid? TaskId, long? Version, Outcome Outcome)
{
    public bool IsCreation { get; init; }
}

/// <summary>Everything that the callers asked for and were told.</summary>
internal sealed class CommandHistory
{
    private readonly ConcurrentQueue<Command> _commands = [];

    public IReadOnlyCollection<Command> All => _commands;

    public int Done => _commands.Count(c => c.Outcome == Outcome.Done);

    public int Unknowns => _commands.Count(c => c.Outcome == Outcome.Unknown);

    public void Add(Command command) => _commands.Enqueue(command);
}
