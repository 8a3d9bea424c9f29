using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Projects.Access;

/// <summary>Answers the service of tasks before it has heard of what somebody has just defined.</summary>
internal sealed class AnswerProjectDefinitions(IServiceProvider services) : IProjectDefinitions
{
    public async Task<ProjectDefinitions?> FindAsync(Guid projectId, Guid userId, CancellationToken ct)
    {
        if (await services.GetRequiredService<ProjectDoor>().FindAsync(projectId, userId, ct) is null)
        {
            return null;
        }

        var db = services.GetRequiredService<ProjectsDbContext>();
        var milestones = await db.Set<Milestone>().AsNoTracking().Where(m => m.ProjectId == projectId).ToListAsync(ct);
        var fields = await db.Set<CustomField>().AsNoTracking().Where(f => f.ProjectId == projectId).ToListAsync(ct);
        return new ProjectDefinitions(milestones.ConvertAll(m => m.State()), fields.ConvertAll(f => f.State()));
    }
}
