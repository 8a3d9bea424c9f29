using System.Collections.Immutable;

namespace Waymark.Ledger.Faults;

/// <summary>Something that goes wrong while the load runs.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Summary">What happens, for the report.</param>
/// <param name="Strike">Does it; returns when what was taken away is back.</param>
internal sealed record Fault(string Name, string Summary, Func<Scene, Task> Strike)
{
    /// <summary>Whether handlers are interrupted, so that attempts beyond effects are due in some run.</summary>
    public bool Interrupts { get; init; }

    /// <summary>What the fault counts when it strikes, so that every run must count some; null for one that only takes away.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether it strikes a broker, so that it means nothing without one.</summary>
    public bool NeedsBroker { get; init; }

    /// <summary>Whether it strikes the way to the broker.</summary>
    public bool NeedsWire { get; init; }

    /// <summary>Whether a second process shares the databases.</summary>
    public bool NeedsTwoHosts { get; init; }

    /// <summary>Whether events come to consumers in another order than they were published, so that order is kept only where versions are compared.</summary>
    public bool Reorders { get; init; }

    /// <summary>Whether one run takes minutes, so that it must be asked for by its name.</summary>
    public bool IsLong { get; init; }

    /// <summary>What the processes of the product have in their environment.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The kill point that the first program is armed for; it is harmless until the point's name is put up as a sign.</summary>
    public string? KillAt { get; init; }

    /// <summary>What happens before the first start.</summary>
    public Func<LedgerWorld, Task>? Prepare { get; init; }
}
