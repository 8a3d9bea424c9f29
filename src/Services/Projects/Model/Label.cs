namespace Waymark.Projects.Model;

/// <summary>A label of a project; its name is unique there without regard to case.</summary>
internal sealed class Label : IVersioned
{
    public const int MaxNameLength = 60;
    public const int MaxGroupLength = 60;

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required string Name { get; set; }

    /// <summary>The name in lower case: what makes two labels the same.</summary>
    public required string Folded { get; set; }

    public required string Color { get; set; }

    /// <summary>The heading below which it stands among the others; null for none.</summary>
    public string? Group { get; set; }

    /// <summary>Whether a task carries at most one label of its group; the same for all of the group.</summary>
    public bool IsExclusive { get; set; }

    /// <summary>The group of which a task carries one label at most.</summary>
    public string? ExclusiveGroup => IsExclusive ? Group : null;

    public long Version { get; set; }

    public string PartitionKey => $"label:{Id}";

    public Guid? TenantId => WorkspaceId;

    /// <summary>A heading as it is kept: blank is none.</summary>
    public static string? GroupOf(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();

    public static string Fold(string name) => name.Trim().ToLowerInvariant();

    /// <summary>A new label; without a colour it gets one that few of its project's other labels have.</summary>
    public static Label Of(DateTimeOffset now, Guid projectId, Guid workspaceId, string name, IEnumerable<string> otherColors, string? color = null)
    {
        var folded = Fold(name);
        return new Label
        {
            Id = Guid.CreateVersion7(now),
            ProjectId = projectId,
            WorkspaceId = workspaceId,
            Name = name.Trim(),
            Folded = folded,
            Color = color?.ToLowerInvariant() ?? Palette.LeastUsed(folded, otherColors),
        };
    }
}
