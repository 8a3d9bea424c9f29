using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Tasks.SavedViews;

/// <summary>A look at tasks that somebody keeps: which of them, laid out how. Of one project, or of a whole workspace.</summary>
internal sealed record SavedView
{
    public const int MaxNameLength = 200;
    public const int MaxQueryLength = 4_000;
    public const int MaxColumns = 50;
    public const int MaxFieldLength = 100;

    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required Guid? ProjectId { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Name { get; init; }

    public required string Layout { get; init; }

    /// <summary>A text in the query language; empty for all tasks.</summary>
    public required string Query { get; init; }

    public required string? GroupBy { get; init; }

    public required string[] Columns { get; init; }

    public required string Visibility { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required long Version { get; init; }
}

/// <summary>How a view shows its tasks.</summary>
internal static class ViewLayouts
{
    public const string List = "list";

    public static readonly IReadOnlyList<string> All = ["board", List, "table", "calendar", "timeline"];
}

/// <summary>Who sees a view beside its owner.</summary>
internal static class ViewVisibilities
{
    public const string Private = "private";
    public const string Project = "project";
    public const string Workspace = "workspace";

    public static readonly IReadOnlyList<string> All = [Private, Project, Workspace];
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("saved_view");
        view.HasKey(v => v.Id);
        view.Property(v => v.Id).ValueGeneratedNever();
        view.HasIndex(v => new { v.OwnerId, v.Id });
        view.HasIndex(v => new { v.ProjectId, v.Id }).HasFilter("project_id is not null");
        view.HasIndex(v => new { v.WorkspaceId, v.Id }).HasFilter("visibility = 'workspace'");
    }
}
