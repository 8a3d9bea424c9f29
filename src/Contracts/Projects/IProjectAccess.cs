namespace Waymark.Contracts.Projects;

/// <summary>What a person may do in a project, with the project's small state for the asker's own copy.</summary>
/// <param name="Project">The project's state; only <c>active</c> and <c>archived</c> projects are answered.</param>
/// <param name="Role">The larger of the project role and what the workspace role gives.</param>
public sealed record ProjectAccess(ProjectState Project, string Role);

/// <summary>Asked by a service that lacks a project, or the caller's membership in it.</summary>
public interface IProjectAccess
{
    /// <summary>The person's access, or null when the project does not exist or is not theirs to see.</summary>
    Task<ProjectAccess?> FindAsync(Guid projectId, Guid userId, CancellationToken ct);
}
