namespace Waymark.Projects.Lifecycle;

/// <summary>The writable members of a project: the body of PUT, what a PATCH merges into, and the heart of a creation.</summary>
public record ProjectInput
{
    [Required, TrimmedLength(Project.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>Left out: made from the name in a creation, kept otherwise.</summary>
    [RegularExpression(ProjectKeys.Pattern, ErrorMessage = "2 to 10 capital letters and digits are expected.")]
    public string? Key { get; init; }

    [StringLength(Project.MaxDescriptionLength)]
    public string? Description { get; init; }

    /// <summary>The project of the same workspace below which it stands; null for none.</summary>
    public Guid? ParentId { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? DueDate { get; init; }

    [RegularExpression(Palette.Pattern, ErrorMessage = "A colour such as #46a758 is expected.")]
    public string? Color { get; init; }

    [TrimmedLength(64)]
    public string? Icon { get; init; }

    /// <summary>The writable members as they stand, for a merge patch to work on.</summary>
    internal static ProjectInput Of(Project project) => new()
    {
        Name = project.Name,
        Key = project.Key,
        Description = project.Description,
        ParentId = project.ParentId,
        StartDate = project.StartDate,
        DueDate = project.DueDate,
        Color = project.Color,
        Icon = project.Icon,
    };

    /// <summary>Writes everything but the key into a draft, or says what does not fit together. Whether it may stand below its parent, <see cref="ParentRules"/> tells.</summary>
    internal Problem? CopyTo(Project draft)
    {
        if (DueDate < StartDate)
        {
            return Problems.Invalid("dueDate", "The due date lies before the start date.");
        }

        draft.Name = Name!.Trim();
        draft.Description = Description ?? "";
        draft.ParentId = ParentId;
        draft.StartDate = StartDate;
        draft.DueDate = DueDate;
        draft.Color = Color?.ToLowerInvariant() ?? Palette.Of(draft.Id.ToString());
        draft.Icon = string.IsNullOrWhiteSpace(Icon) ? null : Icon.Trim();
        return null;
    }
}
