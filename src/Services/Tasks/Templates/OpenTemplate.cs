using Waymark.Tasks.Model.Templates;

namespace Waymark.Tasks.Templates;

/// <summary>A template that the caller may see, with what the caller may do in its project.</summary>
internal sealed record OpenTemplate(TaskTemplate Template, Access Access)
{
    /// <summary>Absent and invisible are the same.</summary>
    public static async Task<OpenTemplate?> FindAsync(TasksDbContext db, ProjectGuard<TasksDbContext> guard, Guid id, Guid callerId, CancellationToken ct) =>
        await db.Templates.FirstOrDefaultAsync(t => t.Id == id, ct) is { } template && await guard.FindAsync(template.ProjectId, callerId, ct) is { } access
            ? new OpenTemplate(template, access)
            : null;
}
