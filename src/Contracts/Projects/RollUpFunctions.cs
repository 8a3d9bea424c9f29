namespace Waymark.Contracts.Projects;

/// <summary>What a roll-up field makes of the values of all tasks below one.</summary>
public static class RollUpFunctions
{
    /// <summary>Their sum.</summary>
    public const string Sum = "sum";

    /// <summary>The least of them.</summary>
    public const string Min = "min";

    /// <summary>The greatest of them.</summary>
    public const string Max = "max";

    /// <summary>Their mean.</summary>
    public const string Average = "average";

    /// <summary>How many there are; without a field, how many tasks.</summary>
    public const string Count = "count";

    /// <summary>All functions.</summary>
    public static readonly IReadOnlyList<string> All = [Sum, Min, Max, Average, Count];
}
