using Waymark.Platform.EventSourcing;
using Waymark.Tasks.Definitions;

namespace Waymark.Tasks.Data;

/// <summary>
/// The database of tasks: current states, their streams, and the copy of projects and members. EF reads here, untracked; what
/// <see cref="Record"/> changes is written by statements of its own.
/// </summary>
internal sealed class TasksDbContext(DbContextOptions<TasksDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    protected override bool WritesDirectly => true;

    public DbSet<TaskItem> Tasks => Set<TaskItem>();

    public DbSet<StreamEvent> Stream => Set<StreamEvent>();

    public DbSet<ProjectCounter> Counters => Set<ProjectCounter>();

    public DbSet<ProjectLabel> Labels => Set<ProjectLabel>();

    /// <summary>
    /// Records what a draft changes: appends the events to the stream, applies them to the row and publishes them, all
    /// under one change id. False when the draft changes nothing; then nothing is written and the version stays.
    /// </summary>
    public bool Record(TaskItem row, TaskItem draft, ProjectCopy project)
    {
        var versionBefore = row.Version;
        row.Fields = draft.Fields;
        var events = TaskDiff.Between(row, draft);
        foreach (var (type, fields) in events)
        {
            var isNew = row.Version == 0;
            var before = isNew ? null : row.Draft();
            var recorded = new StreamEvent
            {
                StreamId = row.Id,
                Version = row.Version + 1,
                ChangeId = ChangeId,
                Type = type,
                Data = StreamFields<TaskItem>.Changes(fields, before, draft, withOldTexts: true).Json.ToArray(),
                ActorId = Scope.Request.ActorId,
                At = isNew ? Scope.Now : Scope.Now.After(row.UpdatedAt),
            };
            row.Apply(recorded);
            row.PlaceDates(TimeZones.Find(project.TimeZone));
            Write(recorded.InsertInto("task_event"));

            var published = fields.Any(f => f.IsLongText || f.Name == TaskFields.CustomFields)
                ? StreamFields<TaskItem>.Changes(fields.Select(TaskFields.Published), before, draft, withOldTexts: false)
                : recorded.Changes;
            PublishAt(row, TaskPublication.EventOf(type, TaskPublication.SnapshotOf(row, project.Key), published, draft.NewLabels), recorded.Version, recorded.At);
        }

        if (events.Count > 0)
        {
            Write(row, versionBefore == 0 ? TaskWrite.Insert(row) : TaskWrite.Update(row, versionBefore));
            foreach (var label in draft.NewLabels.OrderBy(l => LabelNames.Fold(l.Name), StringComparer.Ordinal))
            {
                Write(TaskWrite.KeepLabel(row.ProjectId, label.Name));
            }
        }

        return events.Count > 0;
    }

    /// <summary>Publishes counts that a statement of this transaction has just changed.</summary>
    public void Tell(TaskCounts counts) => PublishWritten(counts, counts.Event());

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        optionsBuilder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMembership();
        modelBuilder.ApplyConfiguration(new TaskItemConfiguration());
        modelBuilder.AddStream("task_event");
        modelBuilder.ApplyConfiguration(new ProjectCounterConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectLabelConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectMilestoneConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectFieldConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectTypesConfiguration());
    }
}
