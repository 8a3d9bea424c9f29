namespace Waymark.Projects.Model;

/// <summary>
/// A name that labels of a project had and gave up, by being renamed or deleted. A task that names it without knowing of that
/// means the label that it was, and brings back none.
/// </summary>
internal sealed class FormerLabelName
{
    public required Guid ProjectId { get; init; }

    /// <summary>The name in lower case.</summary>
    public required string Folded { get; init; }

    /// <summary>How often it was given up.</summary>
    public required int Times { get; set; }
}
