namespace Waymark.Projects.Model;

/// <summary>A workspace as its owner last told.</summary>
internal sealed class WorkspaceCopy
{
    public required Guid Id { get; init; }

    public required string TimeZone { get; set; }

    /// <summary>What is in it can never be taken out of the trash again.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The workspace's version that this copy shows.</summary>
    public required long Version { get; set; }
}

/// <summary>A member of a workspace; the role's rank is 1 (guest) to 4 (owner).</summary>
internal sealed class WorkspaceMemberCopy
{
    public required Guid WorkspaceId { get; init; }

    public required Guid UserId { get; init; }

    public required short Rank { get; set; }
}
