using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Tasks.Model.Linking;

namespace Waymark.Tasks.Data;

internal sealed class TaskItemConfiguration : IEntityTypeConfiguration<TaskItem>
{
    public void Configure(EntityTypeBuilder<TaskItem> task)
    {
        task.ToTable("task");
        task.HasKey(t => t.Id);
        task.Property(t => t.Id).ValueGeneratedNever();
        task.Property(t => t.Version).IsConcurrencyToken();
        task.Property(t => t.Rank).UseCollation("C");
        task.Ignore(t => t.NewLabels).Ignore(t => t.Start).Ignore(t => t.Due).Ignore(t => t.Deadline).Ignore(t => t.Progress).Ignore(t => t.Steps).Ignore(t => t.Custom).Ignore(t => t.Recurrence).Ignore(t => t.Fields).Ignore(t => t.PartitionKey).Ignore(t => t.TenantId);
        // Counters are changed by statements of their own and never written from a loaded row.
        foreach (var counter in new[] { nameof(TaskItem.CommentCount), nameof(TaskItem.AttachmentCount), nameof(TaskItem.SubtaskCount), nameof(TaskItem.SubtaskDoneCount) })
        {
            task.Property(counter).HasDefaultValue(0).Metadata.SetAfterSaveBehavior(Microsoft.EntityFrameworkCore.Metadata.PropertySaveBehavior.Ignore);
        }

        task.Property(t => t.Type).HasDefaultValue("task");
        task.Property(t => t.StepsJson).HasColumnName("steps");
        task.Property(t => t.RecurrenceJson).HasColumnName("recurrence");
        task.Property(t => t.CustomJson).HasColumnName("custom_fields").HasColumnType("jsonb");
        task.Property(t => t.StepCount).HasDefaultValue((short)0);
        task.Property(t => t.StepDoneCount).HasDefaultValue((short)0);
        task.Property(t => t.CountVersion).HasDefaultValue(0L);
        task.HasIndex(t => new { t.ProjectId, t.Number }).IsUnique();
        // One order per project; the trash keeps its places.
        task.HasIndex(t => new { t.ProjectId, t.Rank }).IsUnique();
        task.HasIndex(t => new { t.ProjectId, t.Status, t.Rank }).HasFilter("deleted_at is null");
        task.HasIndex(t => new { t.ProjectId, t.CreatedAt, t.Id }).HasFilter("deleted_at is null");
        task.HasIndex(t => new { t.ProjectId, t.DeletedAt, t.Id }).HasFilter("deleted_at is not null");
        task.HasIndex(t => t.ParentId).HasFilter("parent_id is not null");
        task.HasIndex(t => t.MilestoneId).HasFilter("milestone_id is not null");
        // What a project finished lately, for its forecasts.
        task.HasIndex(t => new { t.ProjectId, t.CompletedAt }).HasFilter("completed_at is not null and deleted_at is null");
        task.HasIndex(t => t.CustomJson).HasMethod("gin").HasFilter("custom_fields is not null");
        task.HasIndex(t => t.AssigneeIds).HasMethod("gin").HasFilter("assignee_ids <> '{}'");
        task.HasIndex(t => new { t.ProjectId, t.DueAt }).HasFilter("due_at is not null and deleted_at is null");
    }
}

internal sealed class ProjectCounterConfiguration : IEntityTypeConfiguration<ProjectCounter>
{
    public void Configure(EntityTypeBuilder<ProjectCounter> counter)
    {
        counter.ToTable("project_counter");
        counter.HasKey(c => c.ProjectId);
        counter.Property(c => c.ProjectId).ValueGeneratedNever();
    }
}

internal sealed class ProjectLabelConfiguration : IEntityTypeConfiguration<ProjectLabel>
{
    public void Configure(EntityTypeBuilder<ProjectLabel> label)
    {
        label.ToTable("project_label");
        label.HasKey(l => new { l.ProjectId, l.Folded });
        label.Property(l => l.GivenUp).HasDefaultValue(0);
    }
}

internal sealed class TaskDependencyConfiguration : IEntityTypeConfiguration<TaskDependency>
{
    public void Configure(EntityTypeBuilder<TaskDependency> dependency)
    {
        dependency.ToTable("task_dependency");
        dependency.HasKey(d => d.Id);
        dependency.Property(d => d.Id).ValueGeneratedNever();
        // Whatever erases a task for good erases what ties it.
        dependency.HasOne<TaskItem>().WithMany().HasForeignKey(d => d.FromId).OnDelete(DeleteBehavior.Cascade);
        dependency.HasOne<TaskItem>().WithMany().HasForeignKey(d => d.ToId).OnDelete(DeleteBehavior.Cascade);
        dependency.HasIndex(d => new { d.FromId, d.ToId, d.Kind }).IsUnique();
        dependency.HasIndex(d => new { d.ToId, d.Kind });
    }
}
