namespace Waymark.Projects.Labels;

/// <summary>A label of a project.</summary>
public sealed record LabelResponse(Guid Id, string Name, string Color, long Version)
{
    internal static LabelResponse Of(Label label) => new(label.Id, label.Name, label.Color, label.Version);
}

/// <summary>The writable members of a label; without a colour it gets the one that belongs to its name.</summary>
public sealed record LabelInput
{
    [Required, StringLength(Label.MaxNameLength)]
    public string? Name { get; init; }

    [RegularExpression(Palette.Pattern, ErrorMessage = "A colour such as #46a758 is expected.")]
    public string? Color { get; init; }
}
