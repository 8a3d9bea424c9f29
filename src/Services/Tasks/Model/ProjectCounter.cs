namespace Waymark.Tasks.Model;

/// <summary>
/// The last number given to a task of a project, and the whole ranks at both ends of its order. Taking the next one locks
/// the row, so numbers are dense and ends distinct.
/// </summary>
internal sealed class ProjectCounter
{
    public required Guid ProjectId { get; init; }

    public required int LastNumber { get; set; }

    public required long FirstRank { get; set; }

    public required long LastRank { get; set; }
}

/// <summary>
/// The name of a label in a project, found without regard to case. The row of a name that was given up stays, to tell late news of
/// it from a new label.
/// </summary>
internal sealed class ProjectLabel
{
    public required Guid ProjectId { get; init; }

    /// <summary>The name in lower case: what makes two labels the same.</summary>
    public required string Folded { get; init; }

    /// <summary>The spelling; null while no label has the name.</summary>
    public string? Name { get; set; }

    /// <summary>The label of the project; null until projects has told of it.</summary>
    public Guid? LabelId { get; set; }

    /// <summary>The group of which a task carries one label at most; null where the label excludes no other.</summary>
    public string? ExclusiveGroup { get; set; }

    /// <summary>How often a label with this name was renamed or deleted.</summary>
    public int GivenUp { get; set; }
}
