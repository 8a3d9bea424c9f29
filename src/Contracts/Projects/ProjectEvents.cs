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

/// <summary>A project's own fields or its workflow changed.</summary>
[EventName("project.updated")]
public sealed record ProjectUpdated(ProjectState Project, FieldChanges Changes) : ProjectEvent(Project, Changes);

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

/// <summary>What every event of a label carries. Key <c>label:&lt;id&gt;</c>.</summary>
public abstract record LabelEvent(Guid ProjectId, Guid LabelId, string Name, string Color, FieldChanges Changes)
    : IProjectEvent, IChangeEvent;

/// <summary>A project got a new label.</summary>
[EventName("label.created")]
public sealed record LabelCreated(Guid ProjectId, Guid LabelId, string Name, string Color, FieldChanges Changes)
    : LabelEvent(ProjectId, LabelId, Name, Color, Changes);

/// <summary>A label was renamed or recoloured; a new name reaches every task that carries it.</summary>
[EventName("label.updated")]
public sealed record LabelUpdated(Guid ProjectId, Guid LabelId, string Name, string Color, FieldChanges Changes)
    : LabelEvent(ProjectId, LabelId, Name, Color, Changes);

/// <summary>A label was deleted; it leaves every task that carries it.</summary>
[EventName("label.deleted")]
public sealed record LabelDeleted(Guid ProjectId, Guid LabelId, string Name, string Color, FieldChanges Changes)
    : LabelEvent(ProjectId, LabelId, Name, Color, Changes);

/// <summary>
/// Projects' answer to <see cref="AccountErasureRequested"/>: the person is a member nowhere, and the projects that were theirs
/// alone are gone. <paramref name="IsWorkspaceAlive"/> says that others still have projects in the person's own workspace.
/// </summary>
[EventName("memberships.erased")]
public sealed record MembershipsErased(Guid UserId, Guid ErasureId, IReadOnlyList<Guid> ErasedProjectIds, bool IsWorkspaceAlive)
    : ErasureEvent(UserId, ErasureId);
