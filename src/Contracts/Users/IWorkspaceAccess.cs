namespace Waymark.Contracts.Users;

/// <summary>Asked by a service that lacks a workspace, or the caller's membership in it.</summary>
public interface IWorkspaceAccess
{
    /// <summary>The workspace's state, or null when it does not exist or the person has no part in it.</summary>
    Task<WorkspaceState?> FindAsync(Guid workspaceId, Guid userId, CancellationToken ct);
}
