using System.Text.Json.Serialization;

namespace Waymark.Contracts.Projects;

/// <summary>One state of a workflow.</summary>
/// <param name="Key">What tasks carry as their status.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Category">What it means: <c>backlog</c>, <c>unstarted</c>, <c>started</c>, <c>completed</c> or <c>cancelled</c>.</param>
/// <param name="Order">Its place.</param>
/// <param name="Next">The states to which a task may go from here; empty means every one.</param>
/// <param name="Guards">Moves from here that are kept for stronger roles; left out where there are none.</param>
/// <param name="RequiredFields">What a task must have before it enters the state, as in <see cref="RequiredTaskFields"/>.</param>
/// <param name="Approval">Who has to approve that a task enters the state.</param>
public sealed record WorkflowState(string Key, string Name, string Category, int Order, IReadOnlyList<string> Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<WorkflowGuard>? Guards = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? RequiredFields = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WorkflowApproval? Approval = null);

/// <summary>A move to the state <paramref name="To"/> that only <paramref name="Role"/>, or a stronger role of the project, may make.</summary>
public sealed record WorkflowGuard(string To, string Role);

/// <summary>Approval by <paramref name="Needed"/> of the approvers.</summary>
public sealed record WorkflowApproval(IReadOnlyList<Guid> ApproverIds, int Needed);

/// <summary>A member of a project and the role held there (<see cref="ProjectRoles"/>).</summary>
public sealed record ProjectMemberState(Guid UserId, string Role);

/// <summary>
/// The whole small state of a project after an event: enough for other services to guard and to run its tasks.
/// <paramref name="TaskTypes"/> is null while they are the usual ones (<c>TaskTypes.Default</c>).
/// <paramref name="ParentId"/> is the project below which it stands, which may lie in the trash.
/// <paramref name="State"/> is <c>active</c>, <c>archived</c> or <c>deleted</c>.
/// </summary>
public sealed record ProjectState(Guid Id, Guid WorkspaceId, string Key, string Name, Guid OwnerId, string State, string TimeZone,
    IReadOnlyList<WorkflowState> Workflow, IReadOnlyList<ProjectMemberState> Members, long Version, IReadOnlyList<TaskType>? TaskTypes = null,
    Guid? ParentId = null)
{
    public const string Active = "active";
    public const string Archived = "archived";
    public const string Deleted = "deleted";
}
