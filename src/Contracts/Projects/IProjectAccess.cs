namespace Waymark.Contracts.Projects;

/// <summary>What a person may do in a project, with the project's small state for the asker's own copy.</summary>
/// <param name="Project">The project's state; only <c>active</c> and <c>archived</c> projects are answered.</param>
/// <param name="Role">The larger of the project role and what the workspace role gives.</param>
/// <param name="Managers">Who manages projects by a workspace role, as projects knows it; null when it does not know yet.</param>
public sealed record ProjectAccess(ProjectState Project, string Role, WorkspaceManagers? Managers);

/// <summary>The people to whom their role in a workspace gives the right of a manager in all of its projects.</summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="TimeZone">Its time zone, an IANA name.</param>
/// <param name="UserIds">Its owners and administrators.</param>
/// <param name="Version">The workspace's version that this shows: an older answer never replaces a newer copy.</param>
public sealed record WorkspaceManagers(Guid WorkspaceId, string TimeZone, IReadOnlyList<Guid> UserIds, long Version);

/// <summary>Asked by a service that lacks a project, or the caller's membership in it.</summary>
public interface IProjectAccess
{
    /// <summary>The person's access, or null when the project does not exist or is not theirs to see.</summary>
    Task<ProjectAccess?> FindAsync(Guid projectId, Guid userId, CancellationToken ct);
}
