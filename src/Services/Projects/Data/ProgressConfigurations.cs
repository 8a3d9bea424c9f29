using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Projects.Progress;
using Waymark.Projects.Releases;

namespace Waymark.Projects.Data;

internal sealed class TaskMarkConfiguration : IEntityTypeConfiguration<TaskMark>
{
    public void Configure(EntityTypeBuilder<TaskMark> task)
    {
        task.ToTable("task_mark");
        task.Property(t => t.Id).ValueGeneratedNever();
        task.HasOne<Project>().WithMany().HasForeignKey(t => t.ProjectId).OnDelete(DeleteBehavior.Cascade);
        task.HasIndex(t => t.MilestoneId).HasFilter("milestone_id is not null");
    }
}

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> release)
    {
        release.BePartOfAProject("release");
        release.Ignore(r => r.Progress);
    }
}
