using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Projects.Access;

/// <summary>
/// Answers the services that guard a project's data and lack the project, or the person's membership in it. They hold it in
/// every request and ask in few, so what an answer needs is made only then.
/// </summary>
internal sealed class AnswerProjectAccess(IServiceProvider services) : IProjectAccess
{
    public async Task<ProjectAccess?> FindAsync(Guid projectId, Guid userId, CancellationToken ct)
    {
        if (await services.GetRequiredService<ProjectDoor>().FindAsync(projectId, userId, ct) is not { } open)
        {
            return null;
        }

        // Whoever may act by a role in the workspace alone is unknown to the asker until it has heard of the workspace too.
        var managers = await WorkspaceStore.ManagersAsync(services.GetRequiredService<ProjectsDbContext>(), open.Project.WorkspaceId, ct);
        return new ProjectAccess(ProjectPublication.StateOf(open.Project), ProjectRoles.OfRank(open.Rank), managers);
    }
}
