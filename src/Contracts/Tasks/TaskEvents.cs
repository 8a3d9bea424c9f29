using Waymark.Contracts.Users;

namespace Waymark.Contracts.Tasks;

/// <summary>
/// The small state of a task after an event. Without the description, which travels once, as a change.
/// <paramref name="WatcherIds"/> are the people to be told of it: watchers, reporter and assignees, but for who has muted the task.
/// Moments (<paramref name="StartAt"/>, <paramref name="DueAt"/>, <paramref name="DeadlineAt"/>) are a calendar date or an RFC 3339 instant;
/// releases that knew no deadline and no duration have told none.
/// </summary>
public sealed record TaskSnapshot(Guid Id, Guid ProjectId, Guid WorkspaceId, string Key, int Number, Guid? ParentId, string Title,
    string Status, string StatusCategory, string Priority, int? Difficulty, int? EstimateMinutes, string? StartAt, string? DueAt,
    DateTimeOffset? CompletedAt, IReadOnlyList<Guid> AssigneeIds, Guid ReporterId, IReadOnlyList<Guid> WatcherIds,
    IReadOnlyList<string> Labels, Guid? MilestoneId, string Rank, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version,
    string? DeadlineAt = null, int? DurationMinutes = null);

/// <summary>What every event of a task carries. Key <c>task:&lt;id&gt;</c>.</summary>
public abstract record TaskEvent(TaskSnapshot Task, FieldChanges Changes) : ITaskEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid TaskId => Task.Id;

    /// <inheritdoc />
    public Guid ProjectId => Task.ProjectId;
}

/// <summary>
/// A label that no task of the project has named before, or none since its name was given up. <paramref name="GivenUp"/> says how
/// often that is known to have happened, by a label that was renamed or deleted.
/// </summary>
public sealed record NewLabel(string Name, int GivenUp);

/// <summary>
/// Tasks named labels that the service of tasks did not know. An event of its own, because few tasks do: the events of all others
/// need not travel to where labels are kept.
/// </summary>
[EventName("labels.named")]
public sealed record LabelsNamed(Guid ProjectId, Guid WorkspaceId, IReadOnlyList<NewLabel> Labels) : IEvent;

/// <summary>
/// Tasks still stand in states that their project's workflow has no more, after as many were moved as one transaction moves. Tasks tells
/// itself where to go on.
/// </summary>
/// <param name="Project">The project as it was when the states went.</param>
/// <param name="StatusMapping">As in <see cref="Projects.ProjectUpdated"/>.</param>
/// <param name="LastNumber">The number of the last task that was moved.</param>
[EventName("removed_states.left")]
public sealed record RemovedStatesLeft(Projects.ProjectState Project, IReadOnlyDictionary<string, string>? StatusMapping, int LastNumber) : IProjectEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Project.Id;
}

/// <summary>
/// A task was made. <paramref name="NewLabels"/> are those of its labels that the service of tasks did not know; null where nothing
/// was said about it.
/// </summary>
[EventName("task.created")]
public sealed record TaskCreated(TaskSnapshot Task, FieldChanges Changes, IReadOnlyList<NewLabel>? NewLabels = null) : TaskEvent(Task, Changes);

/// <summary>
/// Fields changed that have no event of their own, the place on the board included. <paramref name="NewLabels"/> as in
/// <see cref="TaskCreated"/>.
/// </summary>
[EventName("task.updated")]
public sealed record TaskUpdated(TaskSnapshot Task, FieldChanges Changes, IReadOnlyList<NewLabel>? NewLabels = null) : TaskEvent(Task, Changes);

/// <summary>The assignees changed.</summary>
[EventName("task.assigned")]
public sealed record TaskAssigned(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>The status changed between states that are both open or both closed.</summary>
[EventName("task.status_changed")]
public sealed record TaskStatusChanged(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>The task entered a completed or cancelled state.</summary>
[EventName("task.completed")]
public sealed record TaskCompleted(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>The task left its completed or cancelled state.</summary>
[EventName("task.reopened")]
public sealed record TaskReopened(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>
/// The number of a task's comments, files or sub-tasks changed. Counts stand outside the task's version and stream: their key is
/// <c>task_counts:&lt;id&gt;</c>, and <paramref name="TaskVersion"/> is the version that the task has meanwhile.
/// </summary>
[EventName("task.counted")]
public sealed record TaskCounted(Guid TaskId, Guid ProjectId, long TaskVersion, FieldChanges Changes) : ITaskEvent, IChangeEvent;

/// <summary>
/// What a task counts for in the progress of its milestone changed: it came to the milestone or left it, was done or taken up again,
/// cancelled, put in the trash or brought back. Told only of tasks that have a milestone or had one until now.
/// <paramref name="TaskVersion"/> tells which of two is the later.
/// </summary>
[EventName("task.progressed")]
public sealed record TaskProgressed(Guid TaskId, Guid ProjectId, Guid? MilestoneId, bool IsDone, bool IsCancelled, bool IsDeleted, long TaskVersion) : IEvent;

/// <summary>The task was put in the trash.</summary>
[EventName("task.deleted")]
public sealed record TaskDeleted(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>The task was taken out of the trash.</summary>
[EventName("task.restored")]
public sealed record TaskRestored(TaskSnapshot Task, FieldChanges Changes) : TaskEvent(Task, Changes);

/// <summary>
/// The task was erased for good, its history with it: the last event under its key. Whoever keeps something that hangs on the task
/// erases that too.
/// </summary>
[EventName("task.erased")]
public sealed record TaskErased(Guid TaskId, Guid ProjectId) : ITaskEvent;

/// <summary>A dependency as one of its two tasks sees it.</summary>
/// <param name="Id">The dependency.</param>
/// <param name="TaskId">The task at the other end.</param>
/// <param name="Type"><c>blocks</c>, <c>blocked_by</c>, <c>relates_to</c>, <c>duplicates</c> or <c>duplicated_by</c>.</param>
/// <param name="Link">Which ends are tied where one blocks the other: <c>finish_to_start</c> and the like; null else.</param>
/// <param name="LagMinutes">The working minutes between these ends; null where nothing is tied.</param>
public sealed record DependencyState(Guid Id, Guid TaskId, string Type, string? Link, int? LagMinutes)
{
    /// <summary>The change that adds or removes it, as it stands in the history of a task.</summary>
    public FieldChanges Changes(bool isAdded) => FieldChanges.Write(json =>
    {
        json.WriteStartObject("dependencies");
        json.WriteNull(isAdded ? "from" : "to");
        json.WriteStartObject(isAdded ? "to" : "from");
        json.WriteString("id", Id);
        json.WriteString("taskId", TaskId);
        json.WriteString("type", Type);
        json.WriteString("link", Link);
        json.WritePropertyName("lagMinutes");
        if (LagMinutes is { } lag)
        {
            json.WriteNumberValue(lag);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });
}

/// <summary>A task got a dependency; the task at the other end tells of it in an event of its own.</summary>
[EventName("task.dependency_added")]
public sealed record TaskDependencyAdded(TaskSnapshot Task, FieldChanges Changes, DependencyState Dependency) : TaskEvent(Task, Changes);

/// <summary>A task lost a dependency; the task at the other end tells of it in an event of its own.</summary>
[EventName("task.dependency_removed")]
public sealed record TaskDependencyRemoved(TaskSnapshot Task, FieldChanges Changes, DependencyState Dependency) : TaskEvent(Task, Changes);

/// <summary>A request that a task may enter a state of its workflow which needs approvals.</summary>
/// <param name="Id">The request.</param>
/// <param name="Status">The key of the state.</param>
/// <param name="State"><c>pending</c>, <c>approved</c>, <c>rejected</c> or <c>withdrawn</c>.</param>
/// <param name="RequestedBy">Who asks.</param>
/// <param name="ApproverIds">Who may answer.</param>
/// <param name="Needed">How many approvals it takes.</param>
/// <param name="Approvals">How many have approved.</param>
/// <param name="Rejections">How many have refused.</param>
public sealed record ApprovalState(
    Guid Id, string Status, string State, Guid RequestedBy, IReadOnlyList<Guid> ApproverIds, int Needed, int Approvals, int Rejections)
{
    /// <summary>What an act changed of it, as it stands in the history of the task.</summary>
    public FieldChanges ChangesSince(ApprovalState? before) => FieldChanges.Write(json =>
    {
        json.WriteStartObject("approval");
        json.WritePropertyName("from");
        Write(json, before);
        json.WritePropertyName("to");
        Write(json, this);
        json.WriteEndObject();
    });

    /// <summary>That somebody else answers now, as it stands in the history of the task.</summary>
    public FieldChanges Delegation(Guid fromId, Guid toId) => FieldChanges.Write(json =>
    {
        json.WriteStartObject("approval");
        json.WritePropertyName("from");
        WriteApprover(json, fromId);
        json.WritePropertyName("to");
        WriteApprover(json, toId);
        json.WriteEndObject();
    });

    private void WriteApprover(System.Text.Json.Utf8JsonWriter json, Guid approverId)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("status", Status);
        json.WriteString("approverId", approverId);
        json.WriteEndObject();
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, ApprovalState? approval)
    {
        if (approval is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("id", approval.Id);
        json.WriteString("status", approval.Status);
        json.WriteString("state", approval.State);
        json.WriteNumber("approvals", approval.Approvals);
        json.WriteNumber("rejections", approval.Rejections);
        json.WriteNumber("needed", approval.Needed);
        json.WriteEndObject();
    }
}

/// <summary>Somebody asked whether a task may enter a state that needs approvals.</summary>
[EventName("task.approval_requested")]
public sealed record TaskApprovalRequested(TaskSnapshot Task, FieldChanges Changes, ApprovalState Approval) : TaskEvent(Task, Changes);

/// <summary>An approver answered or took an answer back, or the request was taken back; its state says how it stands now.</summary>
[EventName("task.approval_answered")]
public sealed record TaskApprovalAnswered(TaskSnapshot Task, FieldChanges Changes, ApprovalState Approval) : TaskEvent(Task, Changes);

/// <summary>An approver handed the own answer over to another member of the project.</summary>
[EventName("task.approval_delegated")]
public sealed record TaskApprovalDelegated(TaskSnapshot Task, FieldChanges Changes, ApprovalState Approval, Guid FromId, Guid ToId) : TaskEvent(Task, Changes);

/// <summary>A template for tasks after an event.</summary>
/// <param name="Id">The template.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Title">The title of the tasks, with the places of variables.</param>
public sealed record TaskTemplateState(Guid Id, Guid ProjectId, string Name, string Title);

/// <summary>What every event of a template for tasks carries. Key <c>task_template:&lt;id&gt;</c>.</summary>
public abstract record TaskTemplateEvent(TaskTemplateState Template, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Template.ProjectId;
}

/// <summary>A project got a template for tasks.</summary>
[EventName("task_template.created")]
public sealed record TaskTemplateCreated(TaskTemplateState Template, FieldChanges Changes) : TaskTemplateEvent(Template, Changes);

/// <summary>A template for tasks was changed.</summary>
[EventName("task_template.updated")]
public sealed record TaskTemplateUpdated(TaskTemplateState Template, FieldChanges Changes) : TaskTemplateEvent(Template, Changes);

/// <summary>A template for tasks was deleted.</summary>
[EventName("task_template.deleted")]
public sealed record TaskTemplateDeleted(TaskTemplateState Template, FieldChanges Changes) : TaskTemplateEvent(Template, Changes);

/// <summary>When is worked in a project: the weekdays with their hours, and the days without work.</summary>
public sealed record CalendarState(Guid ProjectId, IReadOnlyList<CalendarDayState> Week, IReadOnlyList<DateOnly> Holidays);

/// <summary>A weekday on which is worked, <c>monday</c> to <c>sunday</c>.</summary>
public sealed record CalendarDayState(string Day, IReadOnlyList<CalendarHoursState> Hours);

/// <summary>A stretch of work by the clock on the wall, <c>09:00</c> to <c>17:30</c>.</summary>
public sealed record CalendarHoursState(string From, string To);

/// <summary>The working calendar of a project was set. Key <c>calendar:&lt;project id&gt;</c>.</summary>
[EventName("calendar.updated")]
public sealed record CalendarUpdated(CalendarState Calendar, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Calendar.ProjectId;
}

/// <summary>Tasks' answer to <see cref="AccountDetached"/>: nobody waits for the person, and the tasks of erased projects are gone.</summary>
[EventName("assignments.erased")]
public sealed record AssignmentsErased(Guid UserId, Guid ErasureId) : ErasureEvent(UserId, ErasureId);
