using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Users.Data;

internal sealed class ProfileConfiguration : IEntityTypeConfiguration<Profile>
{
    public void Configure(EntityTypeBuilder<Profile> profile)
    {
        profile.ToTable("profile");
        profile.Property(p => p.Id).ValueGeneratedNever();
        profile.Property(p => p.Version).IsConcurrencyToken();
        profile.Ignore(p => p.PartitionKey).Ignore(p => p.TenantId);
        // Not unique: identity sees to that, and two addresses that change places arrive one after the other.
        profile.HasIndex(p => p.EmailFolded);
    }
}

internal sealed class PreferencesConfiguration : IEntityTypeConfiguration<Preferences>
{
    public void Configure(EntityTypeBuilder<Preferences> preferences)
    {
        preferences.ToTable("preferences");
        preferences.HasKey(p => p.UserId);
        preferences.Property(p => p.UserId).ValueGeneratedNever();
        preferences.Property(p => p.Version).IsConcurrencyToken();
    }
}

internal sealed class WorkspaceConfiguration : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> workspace)
    {
        workspace.ToTable("workspace");
        workspace.Property(w => w.Id).ValueGeneratedNever();
        workspace.Property(w => w.Version).IsConcurrencyToken();
        workspace.Ignore(w => w.Kind).Ignore(w => w.PartitionKey).Ignore(w => w.TenantId);
        workspace.HasMany(w => w.Members).WithOne().HasForeignKey(m => m.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
        workspace.HasIndex(w => w.Slug).IsUnique().HasFilter("deleted_at is null");
    }
}

internal sealed class WorkspaceMemberConfiguration : IEntityTypeConfiguration<WorkspaceMember>
{
    public void Configure(EntityTypeBuilder<WorkspaceMember> member)
    {
        member.ToTable("workspace_member");
        member.HasKey(m => new { m.WorkspaceId, m.UserId });
        member.Ignore(m => m.Role);
        member.HasIndex(m => m.UserId);
    }
}

internal sealed class WorkspaceInvitationConfiguration : IEntityTypeConfiguration<WorkspaceInvitation>
{
    public void Configure(EntityTypeBuilder<WorkspaceInvitation> invitation)
    {
        invitation.ToTable("workspace_invitation");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        // Of two who use one link at once, the second finds it gone.
        invitation.Property(i => i.TokenHash).IsConcurrencyToken();
        invitation.HasOne<Workspace>().WithMany().HasForeignKey(i => i.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasIndex(i => new { i.WorkspaceId, i.Folded }).IsUnique();
        invitation.HasIndex(i => i.TokenHash).IsUnique();
    }
}

internal sealed class FormerMemberConfiguration : IEntityTypeConfiguration<FormerMember>
{
    public void Configure(EntityTypeBuilder<FormerMember> member)
    {
        member.ToTable("former_member");
        member.HasKey(m => new { m.UserId, m.WorkspaceId });
        member.HasOne<Workspace>().WithMany().HasForeignKey(m => m.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
    }
}
