using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Tasks.Searching;

/// <summary>How far the texts of a project are indexed; none while it has no more tasks than are looked through.</summary>
internal sealed class TextProgress
{
    public required Guid ProjectId { get; init; }

    /// <summary>Of the tasks up to this number every one has its <see cref="TaskText"/>, but for the first of the project.</summary>
    public required int IndexedTo { get; init; }
}

internal sealed class TextProgressConfiguration : IEntityTypeConfiguration<TextProgress>
{
    public void Configure(EntityTypeBuilder<TextProgress> progress)
    {
        progress.ToTable("text_progress");
        progress.HasKey(p => p.ProjectId);
        progress.Property(p => p.ProjectId).ValueGeneratedNever();
        progress.HasOne<ProjectCounter>().WithOne().HasForeignKey<TextProgress>(p => p.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}
