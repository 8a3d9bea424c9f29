using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Projects.Data;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> project)
    {
        project.ToTable("project");
        project.HasKey(p => p.Id);
        project.Property(p => p.Id).ValueGeneratedNever();
        project.Property(p => p.Version).IsConcurrencyToken();
        project.Property(p => p.WorkflowJson).HasColumnName("workflow");
        project.Property(p => p.TaskTypesJson).HasColumnName("task_types");
        project.Ignore(p => p.GoneParentId).Ignore(p => p.LivingParentId);
        project.Ignore(p => p.State).Ignore(p => p.IsInTheMaking).Ignore(p => p.StatusMapping).Ignore(p => p.PartitionKey).Ignore(p => p.TenantId);
        project.HasMany(p => p.Members).WithOne().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasIndex(p => p.WorkspaceId);
        // No foreign key: what happens to a project stands in its own stream, and the end of its parent does not happen to it.
        project.HasIndex(p => p.ParentId).HasFilter("parent_id is not null");
        project.HasIndex(p => p.DeletedAt).HasFilter("deleted_at is not null");
    }
}

internal sealed class ProjectMemberConfiguration : IEntityTypeConfiguration<ProjectMember>
{
    public void Configure(EntityTypeBuilder<ProjectMember> member)
    {
        member.ToTable("project_member");
        member.HasKey(m => new { m.ProjectId, m.UserId });
        member.Ignore(m => m.Role);
        member.HasIndex(m => m.UserId);
    }
}

internal sealed class ProjectKeyConfiguration : IEntityTypeConfiguration<ProjectKey>
{
    public void Configure(EntityTypeBuilder<ProjectKey> key)
    {
        key.ToTable("project_key");
        key.HasKey(k => new { k.WorkspaceId, k.Key });
        key.Property(k => k.Key).UseCollation("C");
        key.HasOne<Project>().WithMany().HasForeignKey(k => k.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LabelConfiguration : IEntityTypeConfiguration<Label>
{
    public void Configure(EntityTypeBuilder<Label> label)
    {
        label.ToTable("label");
        label.Property(l => l.Id).ValueGeneratedNever();
        label.Property(l => l.Version).IsConcurrencyToken();
        label.Property(l => l.Folded).UseCollation("C");
        label.Property(l => l.Group).HasColumnName("label_group");
        label.Property(l => l.IsExclusive).HasDefaultValue(false);
        label.Ignore(l => l.ExclusiveGroup).Ignore(l => l.PartitionKey).Ignore(l => l.TenantId);
        label.HasOne<Project>().WithMany().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Cascade);
        label.HasIndex(l => new { l.ProjectId, l.Folded }).IsUnique();
    }
}

internal sealed class FormerLabelNameConfiguration : IEntityTypeConfiguration<FormerLabelName>
{
    public void Configure(EntityTypeBuilder<FormerLabelName> former)
    {
        former.ToTable("former_label_name");
        former.HasKey(f => new { f.ProjectId, f.Folded });
        former.Property(f => f.Folded).UseCollation("C");
        former.Property(f => f.Times).IsConcurrencyToken();
        former.HasOne<Project>().WithMany().HasForeignKey(f => f.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.BePartOfAProject("milestone");
        milestone.Ignore(m => m.Progress);
    }
}

internal sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> field)
    {
        field.BePartOfAProject("custom_field");
        field.Ignore(f => f.Words);
        field.Property(f => f.Folded).UseCollation("C");
        field.Property(f => f.TaskTypes).HasDefaultValueSql("'{}'");
        field.Property(f => f.Required).HasDefaultValue(CustomFieldRequirements.Never);
        field.HasIndex(f => new { f.ProjectId, f.Folded }).IsUnique();
    }
}

internal sealed class TimeEntryConfiguration : IEntityTypeConfiguration<TimeEntry>
{
    public void Configure(EntityTypeBuilder<TimeEntry> entry)
    {
        entry.BePartOfAProject("time_entry");
        entry.HasIndex(e => new { e.ProjectId, e.TaskId });
        entry.HasIndex(e => new { e.UserId, e.Date });
    }
}

internal sealed class AllocationConfiguration : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> allocation)
    {
        allocation.BePartOfAProject("allocation");
        allocation.Property(a => a.HoursPerWeek).HasColumnType("numeric(6,2)");
        allocation.HasIndex(a => new { a.UserId, a.From });
    }
}

internal sealed class RunningTimerConfiguration : IEntityTypeConfiguration<RunningTimer>
{
    public void Configure(EntityTypeBuilder<RunningTimer> timer)
    {
        timer.ToTable("timer");
        timer.HasKey(t => t.UserId);
        timer.Property(t => t.UserId).ValueGeneratedNever();
        // Of two stops at once, the second finds it gone.
        timer.Property(t => t.StartedAt).IsConcurrencyToken();
        timer.HasOne<Project>().WithMany().HasForeignKey(t => t.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitation");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        // Of two who use one link at once, the second finds it gone.
        invitation.Property(i => i.TokenHash).IsConcurrencyToken();
        invitation.HasOne<Project>().WithMany().HasForeignKey(i => i.ProjectId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasIndex(i => new { i.ProjectId, i.Folded }).IsUnique();
        invitation.HasIndex(i => i.TokenHash).IsUnique();
    }
}

internal sealed class WorkspaceCopyConfiguration : IEntityTypeConfiguration<WorkspaceCopy>
{
    public void Configure(EntityTypeBuilder<WorkspaceCopy> workspace)
    {
        workspace.ToTable("workspace");
        workspace.Property(w => w.Id).ValueGeneratedNever();
    }
}

internal sealed class WorkspaceMemberCopyConfiguration : IEntityTypeConfiguration<WorkspaceMemberCopy>
{
    public void Configure(EntityTypeBuilder<WorkspaceMemberCopy> member)
    {
        member.ToTable("workspace_member");
        member.HasKey(m => new { m.WorkspaceId, m.UserId });
        member.HasIndex(m => m.UserId);
    }
}
