namespace Waymark.Users.Data;

/// <summary>The database of users: profiles, preferences, workspaces with their members and invitations.</summary>
internal sealed class UsersDbContext(DbContextOptions<UsersDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    public DbSet<Profile> Profiles => Set<Profile>();

    public DbSet<Preferences> Preferences => Set<Preferences>();

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<WorkspaceMember> Members => Set<WorkspaceMember>();

    public DbSet<FormerMember> FormerMembers => Set<FormerMember>();

    public DbSet<WorkspaceInvitation> Invitations => Set<WorkspaceInvitation>();

    /// <summary>Publishes an event of a workspace, with the state and the version that it has after it.</summary>
    public void Tell(Workspace workspace, Func<WorkspaceState, WorkspaceEvent> eventOf) =>
        Publish(workspace, eventOf(workspace.State(workspace.Version + 1)));

    /// <summary>The people whom <paramref name="callerId"/> may see: themselves, everybody who shares a workspace with them, and erased people who did.</summary>
    public IQueryable<Profile> VisibleTo(Guid callerId) =>
        Profiles.Where(p => p.Id == callerId
            || Members.Any(other => other.UserId == p.Id && Members.Any(own => own.UserId == callerId && own.WorkspaceId == other.WorkspaceId))
            || FormerMembers.Any(other => other.UserId == p.Id && Members.Any(own => own.UserId == callerId && own.WorkspaceId == other.WorkspaceId)));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new ProfileConfiguration());
        modelBuilder.ApplyConfiguration(new PreferencesConfiguration());
        modelBuilder.ApplyConfiguration(new WorkspaceConfiguration());
        modelBuilder.ApplyConfiguration(new WorkspaceMemberConfiguration());
        modelBuilder.ApplyConfiguration(new FormerMemberConfiguration());
        modelBuilder.ApplyConfiguration(new WorkspaceInvitationConfiguration());
    }
}
