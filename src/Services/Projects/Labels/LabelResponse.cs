namespace Waymark.Projects.Labels;

/// <summary>A label of a project.</summary>
/// <param name="Group">The heading below which it stands among the others.</param>
/// <param name="Exclusive">Whether a task carries at most one label of the group.</param>
public sealed record LabelResponse(Guid Id, string Name, string Color, string? Group, bool Exclusive, long Version)
{
    internal static LabelResponse Of(Label label) => new(label.Id, label.Name, label.Color, label.Group, label.IsExclusive, label.Version);
}

/// <summary>The writable members of a label; without a colour it gets the one that belongs to its name.</summary>
public sealed record LabelInput
{
    [Required, TrimmedLength(Label.MaxNameLength)]
    public string? Name { get; init; }

    [RegularExpression(Palette.Pattern, ErrorMessage = "A colour such as #46a758 is expected.")]
    public string? Color { get; init; }

    /// <summary>The heading below which it stands among the others; left out or blank for none.</summary>
    [TrimmedLength(Label.MaxGroupLength)]
    public string? Group { get; init; }

    /// <summary>Whether a task carries at most one label of the group; said of one label it holds for all of its group. As the group is, when left out.</summary>
    public bool? Exclusive { get; init; }

    /// <summary>The label as it stands; a change that says nothing of its group's other labels leaves them alone.</summary>
    internal static LabelInput Of(Label label) => new() { Name = label.Name, Color = label.Color, Group = label.Group };
}
