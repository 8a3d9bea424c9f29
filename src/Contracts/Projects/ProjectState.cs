namespace Waymark.Contracts.Projects;

/// <summary>One state of a workflow. <paramref name="Next"/> names the states a task may go to; empty means every one.</summary>
public sealed record WorkflowState(string Key, string Name, string Category, int Order, IReadOnlyList<string> Next);

/// <summary>A member of a project and the role held there (<see cref="ProjectRoles"/>).</summary>
public sealed record ProjectMemberState(Guid UserId, string Role);

/// <summary>
/// The whole small state of a project after an event: enough for other services to guard and to run its tasks.
/// <paramref name="TaskTypes"/> is null while they are the usual ones (<c>TaskTypes.Default</c>).
/// <paramref name="State"/> is <c>active</c>, <c>archived</c> or <c>deleted</c>.
/// </summary>
public sealed record ProjectState(Guid Id, Guid WorkspaceId, string Key, string Name, Guid OwnerId, string State, string TimeZone,
    IReadOnlyList<WorkflowState> Workflow, IReadOnlyList<ProjectMemberState> Members, long Version, IReadOnlyList<TaskType>? TaskTypes = null)
{
    public const string Active = "active";
    public const string Archived = "archived";
    public const string Deleted = "deleted";
}
