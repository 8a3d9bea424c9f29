using Microsoft.EntityFrameworkCore;

namespace Waymark.Membership;

/// <summary>Adds the copies to a service's model.</summary>
public static class MembershipModel
{
    /// <summary>The tables <c>project</c>, <c>project_key</c>, <c>project_member</c>, <c>workspace</c> and <c>workspace_manager</c>.</summary>
    public static void AddMembership(this ModelBuilder model)
    {
        model.Entity<ProjectCopy>(project =>
        {
            project.ToTable("project");
            project.HasKey(p => p.Id);
            project.Property(p => p.Id).ValueGeneratedNever();
            project.Property(p => p.WorkflowJson).HasColumnName("workflow");
            project.Ignore(p => p.IsArchived);
            project.HasIndex(p => p.WorkspaceId);
        });
        model.Entity<ProjectMemberCopy>(member =>
        {
            member.ToTable("project_member");
            member.HasKey(m => new { m.ProjectId, m.UserId });
            member.HasIndex(m => m.UserId);
        });
        model.Entity<ProjectKeyCopy>(key =>
        {
            key.ToTable("project_key");
            key.HasKey(k => new { k.Key, k.ProjectId });
        });
        model.Entity<WorkspaceCopy>(workspace =>
        {
            workspace.ToTable("workspace");
            workspace.HasKey(w => w.Id);
            workspace.Property(w => w.Id).ValueGeneratedNever();
        });
        model.Entity<WorkspaceManagerCopy>(manager =>
        {
            manager.ToTable("workspace_manager");
            manager.HasKey(m => new { m.WorkspaceId, m.UserId });
            manager.HasIndex(m => m.UserId);
        });
    }
}
