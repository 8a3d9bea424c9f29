namespace Waymark.Tasks.Model.Linking;

/// <summary>How one task depends on another, as it is kept: from the first task to the second.</summary>
internal enum DependencyKind : short
{
    /// <summary>The second waits for the first.</summary>
    Blocks = 0,

    /// <summary>They have to do with each other.</summary>
    RelatesTo = 1,

    /// <summary>The first says the same as the second.</summary>
    Duplicates = 2,
}

/// <summary>The words for a dependency, as one of its two tasks sees it.</summary>
internal static class DependencyTypes
{
    public const string Blocks = "blocks";
    public const string BlockedBy = "blocked_by";
    public const string RelatesTo = "relates_to";
    public const string Duplicates = "duplicates";
    public const string DuplicatedBy = "duplicated_by";

    public static readonly IReadOnlyList<string> All = [Blocks, BlockedBy, RelatesTo, Duplicates, DuplicatedBy];

    /// <summary>What a word means, and whether the task that says it is the second of the two.</summary>
    public static (DependencyKind Kind, bool IsBackwards) Read(string type) => type switch
    {
        Blocks => (DependencyKind.Blocks, false),
        BlockedBy => (DependencyKind.Blocks, true),
        Duplicates => (DependencyKind.Duplicates, false),
        DuplicatedBy => (DependencyKind.Duplicates, true),
        _ => (DependencyKind.RelatesTo, false),
    };

    public static string Write(DependencyKind kind, bool isBackwards) => (kind, isBackwards) switch
    {
        (DependencyKind.Blocks, false) => Blocks,
        (DependencyKind.Blocks, true) => BlockedBy,
        (DependencyKind.Duplicates, false) => Duplicates,
        (DependencyKind.Duplicates, true) => DuplicatedBy,
        _ => RelatesTo,
    };
}
