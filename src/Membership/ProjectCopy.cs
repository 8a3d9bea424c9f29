using Waymark.Contracts.Projects;

namespace Waymark.Membership;

/// <summary>A project as its owner last told: enough to guard it and to run its tasks.</summary>
public sealed class ProjectCopy
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; set; }

    public required string Key { get; set; }

    public required string Name { get; set; }

    /// <summary><c>active</c>, <c>archived</c> or <c>deleted</c>.</summary>
    public required string State { get; set; }

    public required string TimeZone { get; set; }

    /// <summary>The workflow's states as JSON; read by <see cref="Workflow.Parse"/>.</summary>
    public required string WorkflowJson { get; set; }

    /// <summary>The project's version that this copy shows.</summary>
    public required long Version { get; set; }

    /// <summary>Whether nothing in it may change.</summary>
    public bool IsArchived => State == ProjectState.Archived;
}

/// <summary>A member of a project; the role's rank is 1 (viewer) to 4 (owner).</summary>
public sealed class ProjectMemberCopy
{
    public required Guid ProjectId { get; init; }

    public required Guid UserId { get; init; }

    public required short Rank { get; set; }
}

/// <summary>A key that a project has or had; old ones go on to resolve.</summary>
public sealed class ProjectKeyCopy
{
    public required string Key { get; init; }

    public required Guid ProjectId { get; init; }
}

/// <summary>An owner or admin of a workspace, who may do in each of its projects what a manager may.</summary>
public sealed class WorkspaceManagerCopy
{
    public required Guid WorkspaceId { get; init; }

    public required Guid UserId { get; init; }
}

/// <summary>Which version of a workspace the managers above belong to.</summary>
public sealed class WorkspaceCopy
{
    public required Guid Id { get; init; }

    public required string TimeZone { get; set; }

    public required long Version { get; set; }
}
