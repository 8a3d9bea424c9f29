using Waymark.Contracts.Users;

namespace Waymark.Contracts.Projects;

/// <summary>
/// What every event of a project carries: the whole small state after it. Key <c>project:&lt;id&gt;</c>; members and roles
/// are part of the project, so their events share its key and version.
/// </summary>
public abstract record ProjectEvent(ProjectState Project, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Project.Id;
}

/// <summary>A project was made.</summary>
[EventName("project.created")]
public sealed record ProjectCreated(ProjectState Project, FieldChanges Changes) : ProjectEvent(Project, Changes);

/// <summary>
/// A project's own fields or its workflow changed. <paramref name="StatusMapping"/> says, for states that are gone from the workflow,
/// which one takes their tasks; a state that is not in it leaves them to where new tasks begin.
/// </summary>
[EventName("project.updated")]
public sealed record ProjectUpdated(ProjectState Project, FieldChanges Changes, IReadOnlyDictionary<string, string>? StatusMapping = null)
    : ProjectEvent(Project, Changes);

/// <summary>A project was archived: it is read only from now on.</summary>
[EventName("project.archived")]
public sealed record ProjectArchived(ProjectState Project, FieldChanges Changes) : ProjectEvent(Project, Changes);

/// <summary>A project was taken out of the archive.</summary>
[EventName("project.unarchived")]
public sealed record ProjectUnarchived(ProjectState Project, FieldChanges Changes) : ProjectEvent(Project, Changes);

/// <summary>A project was put in the trash: it and its tasks are hidden for 30 days, then erased.</summary>
[EventName("project.deleted")]
public sealed record ProjectDeleted(ProjectState Project, FieldChanges Changes) : ProjectEvent(Project, Changes);

/// <summary>A project was taken out of the trash.</summary>
[EventName("project.restored")]
public sealed record ProjectRestored(ProjectState Project, FieldChanges Changes) : ProjectEvent(Project, Changes);

/// <summary>Somebody became a member of a project.</summary>
[EventName("member.added")]
public sealed record MemberAdded(ProjectState Project, FieldChanges Changes, Guid UserId, string Role)
    : ProjectEvent(Project, Changes);

/// <summary>A member's role changed.</summary>
[EventName("member.changed")]
public sealed record MemberChanged(ProjectState Project, FieldChanges Changes, Guid UserId, string Role)
    : ProjectEvent(Project, Changes);

/// <summary>Somebody left a project, or was removed from it.</summary>
[EventName("member.removed")]
public sealed record MemberRemoved(ProjectState Project, FieldChanges Changes, Guid UserId)
    : ProjectEvent(Project, Changes);

/// <summary>
/// What every event of a label carries. Key <c>label:&lt;id&gt;</c>. <paramref name="ExclusiveGroup"/> is the group of which a task carries
/// one label at most; null where it may carry several.
/// </summary>
public abstract record LabelEvent(Guid ProjectId, Guid LabelId, string Name, string Color, FieldChanges Changes, string? ExclusiveGroup = null)
    : IProjectEvent, IChangeEvent;

/// <summary>A project got a new label.</summary>
[EventName("label.created")]
public sealed record LabelCreated(Guid ProjectId, Guid LabelId, string Name, string Color, FieldChanges Changes, string? ExclusiveGroup = null)
    : LabelEvent(ProjectId, LabelId, Name, Color, Changes, ExclusiveGroup);

/// <summary>A label was renamed, recoloured or put in another group, or its group became exclusive; a new name reaches every task that carries it.</summary>
[EventName("label.updated")]
public sealed record LabelUpdated(Guid ProjectId, Guid LabelId, string Name, string Color, FieldChanges Changes, string? ExclusiveGroup = null)
    : LabelEvent(ProjectId, LabelId, Name, Color, Changes, ExclusiveGroup);

/// <summary>A label was deleted; it leaves every task that carries it.</summary>
[EventName("label.deleted")]
public sealed record LabelDeleted(Guid ProjectId, Guid LabelId, string Name, string Color, FieldChanges Changes, string? ExclusiveGroup = null)
    : LabelEvent(ProjectId, LabelId, Name, Color, Changes, ExclusiveGroup);

/// <summary>A milestone after an event.</summary>
/// <param name="Id">The milestone.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Name">What it is called.</param>
/// <param name="DueDate">The day on which it is due, where one was set.</param>
/// <param name="CompletedAt">When it was reached; null while it is open.</param>
public sealed record MilestoneState(Guid Id, Guid ProjectId, string Name, DateOnly? DueDate, DateTimeOffset? CompletedAt);

/// <summary>What every event of a milestone carries. Key <c>milestone:&lt;id&gt;</c>.</summary>
public abstract record MilestoneEvent(MilestoneState Milestone, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Milestone.ProjectId;
}

/// <summary>A project got a milestone.</summary>
[EventName("milestone.created")]
public sealed record MilestoneCreated(MilestoneState Milestone, FieldChanges Changes) : MilestoneEvent(Milestone, Changes);

/// <summary>A milestone was renamed, moved, reached or opened again.</summary>
[EventName("milestone.updated")]
public sealed record MilestoneUpdated(MilestoneState Milestone, FieldChanges Changes) : MilestoneEvent(Milestone, Changes);

/// <summary>A milestone was deleted; it leaves every task that belongs to it.</summary>
[EventName("milestone.deleted")]
public sealed record MilestoneDeleted(MilestoneState Milestone, FieldChanges Changes) : MilestoneEvent(Milestone, Changes);

/// <summary>A custom field after an event.</summary>
/// <param name="Id">The field; values are kept under it, so that a new name costs nothing.</param>
/// <param name="ProjectId">The project whose tasks have it.</param>
/// <param name="Name">What it is called, unique in the project without regard to case.</param>
/// <param name="Type">One of <see cref="CustomFieldTypes"/>.</param>
/// <param name="Options">The choices of a field that has some.</param>
/// <param name="Formula">The expression of a formula; the fields that it names stand there by their ids.</param>
/// <param name="RollUp">What a roll-up computes.</param>
/// <param name="ResultType">What a computed field's values are: number, money, date or checkbox.</param>
/// <param name="TaskTypes">The keys of the types whose tasks have it; those of all types where there are none.</param>
/// <param name="Required">One of <see cref="CustomFieldRequirements"/>; never where nothing is said.</param>
public sealed record CustomFieldState(
    Guid Id,
    Guid ProjectId,
    string Name,
    string Type,
    IReadOnlyList<string> Options,
    string? Formula = null,
    FieldRollUp? RollUp = null,
    string? ResultType = null,
    IReadOnlyList<string>? TaskTypes = null,
    string? Required = null);

/// <summary>What a roll-up field makes of the tasks below one.</summary>
/// <param name="Function">One of <see cref="RollUpFunctions"/>.</param>
/// <param name="FieldId">The field whose values it takes; null for the estimates, and for counting tasks.</param>
public sealed record FieldRollUp(string Function, Guid? FieldId);

/// <summary>What every event of a custom field carries. Key <c>custom_field:&lt;id&gt;</c>.</summary>
public abstract record CustomFieldEvent(CustomFieldState Field, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Field.ProjectId;
}

/// <summary>The tasks of a project got a custom field.</summary>
[EventName("custom_field.created")]
public sealed record CustomFieldCreated(CustomFieldState Field, FieldChanges Changes) : CustomFieldEvent(Field, Changes);

/// <summary>A custom field was renamed, got other choices, or belongs to other types of tasks.</summary>
[EventName("custom_field.updated")]
public sealed record CustomFieldUpdated(CustomFieldState Field, FieldChanges Changes) : CustomFieldEvent(Field, Changes);

/// <summary>A custom field was deleted; its values are shown no more.</summary>
[EventName("custom_field.deleted")]
public sealed record CustomFieldDeleted(CustomFieldState Field, FieldChanges Changes) : CustomFieldEvent(Field, Changes);

/// <summary>Time that somebody spent in a project.</summary>
/// <param name="Id">The entry.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="TaskId">The task, where it was spent on one.</param>
/// <param name="UserId">Whose time it is.</param>
/// <param name="Minutes">How much.</param>
/// <param name="Date">On which day.</param>
/// <param name="IsBillable">Whether somebody pays for it.</param>
public sealed record TimeEntryState(Guid Id, Guid ProjectId, Guid? TaskId, Guid UserId, int Minutes, DateOnly Date, bool IsBillable);

/// <summary>What every event of a time entry carries. Key <c>time_entry:&lt;id&gt;</c>.</summary>
public abstract record TimeEvent(TimeEntryState Entry, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Entry.ProjectId;
}

/// <summary>Time was logged.</summary>
[EventName("time.logged")]
public sealed record TimeLogged(TimeEntryState Entry, FieldChanges Changes) : TimeEvent(Entry, Changes);

/// <summary>A time entry was changed.</summary>
[EventName("time.changed")]
public sealed record TimeChanged(TimeEntryState Entry, FieldChanges Changes) : TimeEvent(Entry, Changes);

/// <summary>A time entry was removed.</summary>
[EventName("time.removed")]
public sealed record TimeRemoved(TimeEntryState Entry, FieldChanges Changes) : TimeEvent(Entry, Changes);

/// <summary>How many hours a week somebody is planned for a project.</summary>
/// <param name="Id">The allocation.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="UserId">Who is planned.</param>
/// <param name="HoursPerWeek">How much, in hours a week.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record AllocationState(Guid Id, Guid ProjectId, Guid UserId, decimal HoursPerWeek, DateOnly From, DateOnly To);

/// <summary>What every event of an allocation carries. Key <c>allocation:&lt;id&gt;</c>.</summary>
public abstract record AllocationEvent(AllocationState Allocation, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Allocation.ProjectId;
}

/// <summary>Somebody was planned for a project.</summary>
[EventName("allocation.created")]
public sealed record AllocationCreated(AllocationState Allocation, FieldChanges Changes) : AllocationEvent(Allocation, Changes);

/// <summary>A plan for somebody was changed.</summary>
[EventName("allocation.updated")]
public sealed record AllocationUpdated(AllocationState Allocation, FieldChanges Changes) : AllocationEvent(Allocation, Changes);

/// <summary>A plan for somebody was taken back.</summary>
[EventName("allocation.deleted")]
public sealed record AllocationDeleted(AllocationState Allocation, FieldChanges Changes) : AllocationEvent(Allocation, Changes);

/// <summary>
/// A project was erased for good after its time in the trash, alone under a key of its own. Whoever keeps something that belongs to
/// the project erases that too.
/// </summary>
[EventName("project.erased")]
public sealed record ProjectErased(Guid ProjectId) : IProjectEvent;

/// <summary>
/// Projects' answer to <see cref="AccountErasureRequested"/>: the person is a member nowhere, and the projects that were theirs
/// alone are gone. <paramref name="IsWorkspaceAlive"/> says that others still have projects in the person's own workspace.
/// </summary>
[EventName("memberships.erased")]
public sealed record MembershipsErased(Guid UserId, Guid ErasureId, IReadOnlyList<Guid> ErasedProjectIds, bool IsWorkspaceAlive)
    : ErasureEvent(UserId, ErasureId);
