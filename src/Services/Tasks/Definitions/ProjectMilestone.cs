using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Tasks.Definitions;

/// <summary>A milestone as projects last told. The row of one that is gone stays, so that no late news brings it back.</summary>
internal sealed class ProjectMilestone
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>The name in lower case, by which queries find it.</summary>
    public required string Folded { get; set; }

    /// <summary>When it should be reached; forecasts take the milestones in this order.</summary>
    public DateOnly? DueOn { get; set; }

    public bool IsReached { get; set; }

    public bool IsGone { get; set; }
}

internal sealed class ProjectMilestoneConfiguration : IEntityTypeConfiguration<ProjectMilestone>
{
    public void Configure(EntityTypeBuilder<ProjectMilestone> milestone)
    {
        milestone.ToTable("project_milestone");
        milestone.HasKey(m => m.Id);
        milestone.Property(m => m.Id).ValueGeneratedNever();
        milestone.HasIndex(m => new { m.ProjectId, m.Folded });
    }
}
