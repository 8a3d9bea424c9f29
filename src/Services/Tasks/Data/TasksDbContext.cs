using Npgsql;
using Waymark.Contracts.Tasks;
using Waymark.Platform.EventSourcing;
using Waymark.Tasks.Cycles;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Model.Approving;
using Waymark.Tasks.Model.Linking;
using Waymark.Tasks.Model.Planning;
using Waymark.Tasks.Model.Templates;
using Waymark.Tasks.SavedViews;
using Waymark.Tasks.Searching;

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

    public DbSet<TaskDependency> Dependencies => Set<TaskDependency>();

    public DbSet<TaskApproval> Approvals => Set<TaskApproval>();

    public DbSet<TaskTemplate> Templates => Set<TaskTemplate>();

    public DbSet<ProjectCalendar> Calendars => Set<ProjectCalendar>();

    /// <summary>
    /// Records what a draft changes: appends the events to the stream, applies them to the row and publishes them, all
    /// under one change id. False when the draft changes nothing; then nothing is written and the version stays.
    /// </summary>
    public bool Record(TaskItem row, TaskItem draft, ProjectCopy project)
    {
        var (versionBefore, shareBefore) = (row.Version, MilestoneShare.Of(row));
        row.Fields = draft.Fields;
        var events = TaskDiff.Between(row, draft);
        foreach (var (type, fields) in events)
        {
            var before = row.Version == 0 ? null : row.Draft();
            var recorded = Append(row, type, StreamFields<TaskItem>.Changes(fields, before, draft, withOldTexts: true), project);
            var published = fields.Any(f => f.IsLongText || f.Name == TaskFields.CustomFields)
                ? StreamFields<TaskItem>.Changes(fields.Select(TaskFields.Published), before, draft, withOldTexts: false)
                : recorded.Changes;
            PublishAt(row, TaskPublication.EventOf(type, TaskPublication.SnapshotOf(row, project.Key), published, draft.NewLabels), recorded.Version, recorded.At);
        }

        if (events.Count > 0)
        {
            Write(row, versionBefore == 0 ? TaskWrite.Insert(row) : TaskWrite.Update(row, versionBefore));
            KeepNewLabels(row, draft.NewLabels);
            TellProgress(row, shareBefore);
        }

        return events.Count > 0;
    }

    /// <summary>Publishes an event of a row beside the tasks, together with the statement that writes the row at its new version.</summary>
    public void Publish(IVersioned row, IEvent e, Func<NpgsqlBatchCommand> statement)
    {
        Publish(row, e);
        Write(row, statement());
    }

    /// <summary>Adds a statement that writes one row beside the tasks.</summary>
    public void Add(NpgsqlBatchCommand statement) => Write(statement);

    /// <summary>Erases a task for good, its stream with it, and tells of it: the last event under its key.</summary>
    public void Erase(TaskItem row)
    {
        foreach (var statement in TaskWrite.EraseParts(row.Id))
        {
            Write(statement);
        }

        Write(row, TaskWrite.Erase(row));
        Publish(row, new TaskErased(row.Id, row.ProjectId));
    }

    /// <summary>
    /// Adds a dependency, or removes it, and tells of it in the streams of both tasks: each sees it from its own end. The rows of tasks
    /// that change at once are written in the order of their ids, so that two such changes cannot wait for each other.
    /// </summary>
    public void RecordDependency(TaskDependency dependency, bool isAdded, params ReadOnlySpan<(TaskItem Row, ProjectCopy Project)> ends)
    {
        Write(isAdded ? DependencyWrite.Insert(dependency) : DependencyWrite.Delete(dependency.Id));
        foreach (var (row, project) in ends.ToArray().OrderBy(end => end.Row.Id))
        {
            var state = dependency.StateFor(row.Id);
            RecordAside(
                row, project, isAdded ? TaskEventTypes.DependencyAdded : TaskEventTypes.DependencyRemoved, state.Changes(isAdded),
                (task, changes) => isAdded ? new TaskDependencyAdded(task, changes, state) : new TaskDependencyRemoved(task, changes, state));
        }
    }

    /// <summary>Keeps a request for approval, new or changed, and tells of it in the stream of its task.</summary>
    public void RecordApproval(TaskItem row, TaskApproval approval, ApprovalState? before, ProjectCopy project)
    {
        var state = approval.Snapshot();
        Write(before is null ? ApprovalWrite.Insert(approval) : ApprovalWrite.Update(approval));
        RecordAside(
            row, project, before is null ? TaskEventTypes.ApprovalRequested : TaskEventTypes.ApprovalAnswered, state.ChangesSince(before),
            (task, changes) => before is null ? new TaskApprovalRequested(task, changes, state) : new TaskApprovalAnswered(task, changes, state));
    }

    /// <summary>Keeps a request for approval whose approver has handed the answer over, and tells of it in the stream of its task.</summary>
    public void RecordDelegation(TaskItem row, TaskApproval approval, Guid fromId, Guid toId, ProjectCopy project)
    {
        var state = approval.Snapshot();
        Write(ApprovalWrite.Update(approval));
        RecordAside(
            row, project, TaskEventTypes.ApprovalDelegated, state.Delegation(fromId, toId),
            (task, changes) => new TaskApprovalDelegated(task, changes, state, fromId, toId));
    }

    /// <summary>Keeps a template, new or changed, and tells of it. False when nothing is changed; then nothing is written.</summary>
    public bool RecordTemplate(TaskTemplate template, TaskTemplate? before)
    {
        var changed = before is null ? TaskTemplate.Fields.All : TaskTemplate.Fields.Differing(before, template);
        if (changed.Count > 0)
        {
            var changes = StreamFields<TaskTemplate>.Changes(changed, before, template, withOldTexts: false);
            Publish(template, before is null ? new TaskTemplateCreated(template.State(), changes) : new TaskTemplateUpdated(template.State(), changes));
            Write(template, before is null ? TemplateWrite.Insert(template) : TemplateWrite.Update(template));
        }

        return changed.Count > 0;
    }

    /// <summary>Deletes a template, and tells of it.</summary>
    public void RecordDeletedTemplate(TaskTemplate template)
    {
        Publish(template, new TaskTemplateDeleted(template.State(), FieldChanges.None));
        Write(template, TemplateWrite.Delete(template));
    }

    /// <summary>Writes what a draft of a calendar changes, and tells of it; one that changes nothing writes nothing.</summary>
    public void RecordCalendar(ProjectCalendar calendar, ProjectCalendar draft)
    {
        var changed = ProjectCalendar.Fields.Differing(calendar, draft);
        if (changed.Count == 0 && calendar.Version > 0)
        {
            return;
        }

        var (versionBefore, changes) = (calendar.Version, StreamFields<ProjectCalendar>.Changes(changed, calendar, draft, withOldTexts: false));
        (calendar.WeekJson, calendar.Holidays) = (draft.WeekJson, draft.Holidays);
        Publish(calendar, new CalendarUpdated(calendar.State(), changes));
        Write(calendar, CalendarWrite.Of(calendar, versionBefore));
    }

    /// <summary>Publishes counts that a statement of this transaction has just changed.</summary>
    public void Tell(TaskCounts counts) => PublishWritten(counts, counts.Event());

    /// <summary>Tells of what counts for the progress of milestones, where anything of it has changed.</summary>
    private void TellProgress(TaskItem row, MilestoneShare before)
    {
        var after = MilestoneShare.Of(row);
        if (MilestoneShare.Differ(before, after))
        {
            PublishAlone("task_progress", new TaskProgressed(row.Id, row.ProjectId, after.MilestoneId, after.IsDone, after.IsCancelled, after.IsDeleted, row.Version));
        }
    }

    /// <summary>Keeps the spelling of labels that a task is the first to name, and tells of them.</summary>
    private void KeepNewLabels(TaskItem row, IReadOnlyList<NewLabel> labels)
    {
        if (labels.Count == 0)
        {
            return;
        }

        foreach (var label in labels.OrderBy(l => LabelNames.Fold(l.Name), StringComparer.Ordinal))
        {
            Write(TaskWrite.KeepLabel(row.ProjectId, label.Name));
        }

        PublishAlone("labels", new LabelsNamed(row.ProjectId, row.WorkspaceId, labels));
    }

    /// <summary>Records something that belongs to a task without being a member of it: its version and its stream go on all the same.</summary>
    private void RecordAside(TaskItem row, ProjectCopy project, string type, FieldChanges changes, Func<TaskSnapshot, FieldChanges, IEvent> eventOf)
    {
        var versionBefore = row.Version;
        var recorded = Append(row, type, changes, project);
        PublishAt(row, eventOf(TaskPublication.SnapshotOf(row, project.Key), recorded.Changes), recorded.Version, recorded.At);
        Write(row, TaskWrite.Update(row, versionBefore));
    }

    private StreamEvent Append(TaskItem row, string type, FieldChanges changes, ProjectCopy project)
    {
        var recorded = new StreamEvent
        {
            StreamId = row.Id,
            Version = row.Version + 1,
            ChangeId = ChangeId,
            Type = type,
            Data = changes.Json.ToArray(),
            ActorId = Scope.Request.ActorId,
            At = row.Version == 0 ? Scope.Now : Scope.Now.After(row.UpdatedAt),
        };
        row.Apply(recorded);
        row.PlaceDates(TimeZones.Find(project.TimeZone));
        Write(recorded.InsertInto("task_event"));
        return recorded;
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        optionsBuilder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMembership();
        modelBuilder.Entity<ProjectCopy>().Property<bool>(ComputedMark.Property).HasColumnName(ComputedMark.Column).HasDefaultValue(false);
        modelBuilder.ApplyConfiguration(new TaskItemConfiguration());
        modelBuilder.ApplyConfiguration(new TaskTextConfiguration());
        modelBuilder.ApplyConfiguration(new TextProgressConfiguration());
        modelBuilder.AddStream("task_event");
        modelBuilder.ApplyConfiguration(new ProjectCounterConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectLabelConfiguration());
        modelBuilder.ApplyConfiguration(new SavedViewConfiguration());
        modelBuilder.ApplyConfiguration(new CycleConfiguration());
        modelBuilder.ApplyConfiguration(new CycleSettingsConfiguration());
        modelBuilder.ApplyConfiguration(new CycleTaskConfiguration());
        modelBuilder.ApplyConfiguration(new CycleScopeEntryConfiguration());
        modelBuilder.ApplyConfiguration(new TaskDependencyConfiguration());
        modelBuilder.ApplyConfiguration(new TaskApprovalConfiguration());
        modelBuilder.ApplyConfiguration(new TaskTemplateConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectCalendarConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectAllocationConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectMilestoneConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectFieldConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectTypesConfiguration());
        modelBuilder.ApplyConfiguration(new ProjectParentConfiguration());
    }
}
