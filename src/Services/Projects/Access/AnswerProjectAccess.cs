namespace Waymark.Projects.Access;

/// <summary>Answers the services that guard a project's data and lack the project, or the person's membership in it.</summary>
internal sealed class AnswerProjectAccess(ProjectDoor door) : IProjectAccess
{
    public async Task<ProjectAccess?> FindAsync(Guid projectId, Guid userId, CancellationToken ct) =>
        await door.FindAsync(projectId, userId, ct) is { } open
            ? new ProjectAccess(ProjectPublication.StateOf(open.Project), ProjectRoles.OfRank(open.Rank))
            : null;
}
