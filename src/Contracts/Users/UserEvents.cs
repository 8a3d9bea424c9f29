namespace Waymark.Contracts.Users;

/// <summary>A profile changed; the record is the whole small profile after it. Key <c>profile:&lt;id&gt;</c>.</summary>
[EventName("user.updated")]
public sealed record UserUpdated(Guid UserId, string DisplayName, string? AvatarUrl, string Locale, string TimeZone,
    FieldChanges Changes) : IChangeEvent;

/// <summary>A member of a workspace and the role held there (<see cref="WorkspaceRoles"/>).</summary>
public sealed record WorkspaceMemberState(Guid UserId, string Role);

/// <summary>The whole small state of a workspace after an event.</summary>
public sealed record WorkspaceState(Guid Id, string Name, string Slug, string Kind, string TimeZone,
    IReadOnlyList<WorkspaceMemberState> Members, bool IsDeleted, long Version);

/// <summary>What every event of a workspace carries. Key <c>workspace:&lt;id&gt;</c>.</summary>
public abstract record WorkspaceEvent(WorkspaceState Workspace) : IEvent;

/// <summary>A workspace was made.</summary>
[EventName("workspace.created")]
public sealed record WorkspaceCreated(WorkspaceState Workspace) : WorkspaceEvent(Workspace);

/// <summary>A workspace's own fields changed.</summary>
[EventName("workspace.updated")]
public sealed record WorkspaceUpdated(WorkspaceState Workspace, FieldChanges Changes)
    : WorkspaceEvent(Workspace), IChangeEvent;

/// <summary>A workspace was deleted.</summary>
[EventName("workspace.deleted")]
public sealed record WorkspaceDeleted(WorkspaceState Workspace) : WorkspaceEvent(Workspace);

/// <summary>Somebody joined a workspace.</summary>
[EventName("workspace.member_added")]
public sealed record WorkspaceMemberAdded(WorkspaceState Workspace, Guid UserId, string Role) : WorkspaceEvent(Workspace);

/// <summary>A member's role in a workspace changed.</summary>
[EventName("workspace.member_changed")]
public sealed record WorkspaceMemberChanged(WorkspaceState Workspace, Guid UserId, string Role) : WorkspaceEvent(Workspace);

/// <summary>Somebody left a workspace, or was removed from it.</summary>
[EventName("workspace.member_removed")]
public sealed record WorkspaceMemberRemoved(WorkspaceState Workspace, Guid UserId) : WorkspaceEvent(Workspace);
