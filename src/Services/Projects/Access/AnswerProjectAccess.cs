using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Projects.Access;

/// <summary>
/// Answers the services that guard a project's data and lack the project, or the person's membership in it. They hold it in
/// every request and ask in few, so what an answer needs is made only then.
/// </summary>
internal sealed class AnswerProjectAccess(IServiceProvider services) : IProjectAccess
{
    public async Task<ProjectAccess?> FindAsync(Guid projectId, Guid userId, CancellationToken ct) =>
        await services.GetRequiredService<ProjectDoor>().FindAsync(projectId, userId, ct) is { } open
            ? new ProjectAccess(ProjectPublication.StateOf(open.Project), ProjectRoles.OfRank(open.Rank))
            : null;
}
