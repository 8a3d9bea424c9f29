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

/// <summary>A label's spelling in a project, found without regard to case.</summary>
internal sealed class ProjectLabel
{
    public required Guid ProjectId { get; init; }

    /// <summary>The name in lower case: what makes two labels the same.</summary>
    public required string Folded { get; init; }

    public required string Name { get; set; }

    /// <summary>The label of the project; null until projects has told of it.</summary>
    public Guid? LabelId { get; set; }
}
