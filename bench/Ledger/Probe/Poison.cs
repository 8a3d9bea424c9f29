namespace Waymark.Ledger.Probe;

/// <summary>What a title can do to the handler that reads it, for as long as nothing is healed.</summary>
internal enum Poison
{
    /// <summary>It can never be applied.</summary>
    Hopeless,

    /// <summary>It takes the process down.</summary>
    Crash,

    /// <summary>Its handler does not end and does not listen.</summary>
    Endless,

    /// <summary>Its handler wants more memory than there is.</summary>
    Greedy,
}
