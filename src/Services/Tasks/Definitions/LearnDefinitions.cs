using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Definitions;

/// <summary>
/// This service's copy of what projects define. It follows their events; what somebody names before the event has arrived is asked
/// for, once, in the caller's name.
/// </summary>
internal static class LearnDefinitions
{
    /// <summary>Asks projects; true when the statement that lacked something is worth repeating.</summary>
    public static async Task<bool> AskAsync(TasksDbContext db, IProjectDefinitions definitions, Guid projectId, Guid callerId, CancellationToken ct)
    {
        if (await definitions.FindAsync(projectId, callerId, ct) is not { } found)
        {
            return false;
        }

        Guid[] milestones = [.. found.Milestones.Select(m => m.Id)];
        string[] names = [.. found.Milestones.Select(m => LabelNames.Fold(m.Name))];
        DateOnly?[] days = [.. found.Milestones.Select(m => m.DueDate)];
        bool[] reached = [.. found.Milestones.Select(m => m.CompletedAt is not null)];
        // What is known already was told by an event, which is never older than the last that was applied.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into project_milestone (id, project_id, folded, due_on, is_reached, is_gone)
            select id, {projectId}, folded, due_on, is_reached, false from unnest({milestones}, {names}, {days}, {reached}) m(id, folded, due_on, is_reached)
            on conflict (id) do nothing
            """,
            ct);
        var known = await db.Set<ProjectField>().Where(f => f.ProjectId == projectId).Select(f => f.Id).ToListAsync(ct);
        foreach (var field in found.CustomFields.Where(f => !known.Contains(f.Id)))
        {
            await ProjectFields.KeepAsync(db, field, isGone: false, ct);
        }

        await ProjectTypes.KeepAsync(db, projectId, [.. found.TaskTypes], found.Version, ct);
        return true;
    }
}
