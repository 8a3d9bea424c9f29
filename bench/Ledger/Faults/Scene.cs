using Waymark.Ledger.Load;

namespace Waymark.Ledger.Faults;

/// <summary>What a fault works on in one run.</summary>
internal sealed class Scene(LedgerWorld world, Callers callers, Random random)
{
    public LedgerWorld World => world;

    public Callers Callers => callers;

    /// <summary>Seeded, so that a run can be repeated.</summary>
    public Random Random => random;

    /// <summary>What the fault has done, in its own unit: a run of a fault that did nothing shows nothing.</summary>
    public long Struck { get; set; }

    /// <summary>What a fault saw that must not be, a sentence each.</summary>
    public List<string> Faults { get; } = [];
}
