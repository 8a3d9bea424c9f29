using Microsoft.Extensions.DependencyInjection;
using Waymark.Projects.Types;

namespace Waymark.Projects.Access;

/// <summary>Answers the service of tasks before it has heard of what somebody has just defined.</summary>
internal sealed class AnswerProjectDefinitions(IServiceProvider services) : IProjectDefinitions
{
    public async Task<ProjectDefinitions?> FindAsync(Guid projectId, Guid userId, CancellationToken ct)
    {
        if (await services.GetRequiredService<ProjectDoor>().FindAsync(projectId, userId, ct) is not { } open)
        {
            return null;
        }

        var db = services.GetRequiredService<ProjectsDbContext>();
        var milestones = await db.Set<Milestone>().AsNoTracking().Where(m => m.ProjectId == projectId).ToListAsync(ct);
        var fields = await db.Set<CustomField>().AsNoTracking().Where(f => f.ProjectId == projectId).ToListAsync(ct);
        var types = TypesOfTasks.Parse(open.Project.TaskTypesJson);
        return new ProjectDefinitions(milestones.ConvertAll(m => m.State()), fields.ConvertAll(f => f.State()), [.. types.Select(t => t.Key)], open.Project.Version);
    }
}
