using Waymark.Projects.Favourites;
using Waymark.Projects.Goals;
using Waymark.Projects.Model.Templates;

namespace Waymark.Projects.Data;

/// <summary>The database of projects: current states, their streams and parts, labels, invitations, and the copy of workspaces.</summary>
internal sealed class ProjectsDbContext(DbContextOptions<ProjectsDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    public DbSet<Project> Projects => Set<Project>();

    public DbSet<StreamEvent> Stream => Set<StreamEvent>();

    public DbSet<ProjectKey> Keys => Set<ProjectKey>();

    public DbSet<Label> Labels => Set<Label>();

    public DbSet<FormerLabelName> FormerLabelNames => Set<FormerLabelName>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Goal> Goals => Set<Goal>();

    public DbSet<ProjectTemplate> Templates => Set<ProjectTemplate>();

    public DbSet<ProjectTemplateVersion> TemplateVersions => Set<ProjectTemplateVersion>();

    public DbSet<Instantiation> Instantiations => Set<Instantiation>();

    /// <summary>
    /// Records what a draft changes: appends the events to the stream, applies them to the row and publishes them, all
    /// under one change id. False when the draft changes nothing; then nothing is written and the version stays.
    /// </summary>
    public bool Record(Project row, Project draft)
    {
        var steps = ProjectDiff.Between(row, draft);
        foreach (var step in steps)
        {
            var before = row.Version == 0 ? null : row.Draft();
            var recorded = new StreamEvent
            {
                StreamId = row.Id,
                Version = row.Version + 1,
                ChangeId = ChangeId,
                Type = step.Type,
                Data = step.Changes(before, draft, withOldTexts: true).Json.ToArray(),
                ActorId = Scope.Request.ActorId,
                At = before is null ? Scope.Now : Scope.Now.After(row.UpdatedAt),
            };
            row.Apply(recorded);
            Stream.Add(recorded);

            var published = step.HasLongText ? step.Changes(before, draft, withOldTexts: false) : recorded.Changes;
            PublishAt(row, ProjectPublication.EventOf(step, ProjectPublication.StateOf(row), published, draft.StatusMapping), recorded.Version, recorded.At);
        }

        return steps.Count > 0;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddStream("project_event");
        modelBuilder.ApplyConfiguration(new ProjectConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectMemberConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectKeyConfiguration());
        modelBuilder.ApplyConfiguration(new LabelConfiguration());
        modelBuilder.ApplyConfiguration(new FormerLabelNameConfiguration());
        modelBuilder.ApplyConfiguration(new MilestoneConfiguration());
        modelBuilder.ApplyConfiguration(new CustomFieldConfiguration());
        modelBuilder.ApplyConfiguration(new TimeEntryConfiguration());
        modelBuilder.ApplyConfiguration(new AllocationConfiguration());
        modelBuilder.ApplyConfiguration(new RunningTimerConfiguration());
        modelBuilder.ApplyConfiguration(new TimeSheetConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectRateConfiguration());
        modelBuilder.ApplyConfiguration(new TaskMarkConfiguration());
        modelBuilder.ApplyConfiguration(new ReleaseConfiguration());
        modelBuilder.ApplyConfiguration(new GoalConfiguration());
        modelBuilder.ApplyConfiguration(new DayOffConfiguration());
        modelBuilder.ApplyConfiguration(new CapacityConfiguration());
        modelBuilder.ApplyConfiguration(new FavouriteConfiguration());
        modelBuilder.ApplyConfiguration(new InvitationConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectTemplateConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectTemplateVersionConfiguration());
        modelBuilder.ApplyConfiguration(new InstantiationConfiguration());
        modelBuilder.ApplyConfiguration(new WorkspaceCopyConfiguration());
        modelBuilder.ApplyConfiguration(new WorkspaceMemberCopyConfiguration());
    }
}
