using Waymark.Contracts.Users;
using Waymark.Projects.Access;
using Waymark.Projects.Model.Templates;

namespace Waymark.Projects.Templates;

/// <summary>A template of a workspace in which the caller may create projects, with the caller's rank there.</summary>
internal sealed record OpenTemplate(ProjectTemplate Template, int Rank)
{
    /// <summary>Absent and invisible are the same; to guests of the workspace its templates are invisible.</summary>
    public static async Task<OpenTemplate?> FindAsync(ProjectsDbContext db, ProjectDoor door, Guid id, Guid callerId, CancellationToken ct) =>
        await db.Templates.FirstOrDefaultAsync(t => t.Id == id, ct) is { } template
            && await door.FindWorkspaceAsync(template.WorkspaceId, callerId, ct) is var (_, rank) && rank >= Permissions.MinimumWorkspaceRank[Permissions.ProjectCreate]
            ? new OpenTemplate(template, rank)
            : null;

    /// <summary>Who made a template changes it, and who manages the workspace.</summary>
    public Problem? DemandEdit(Guid callerId) =>
        Template.CreatedBy == callerId || Rank >= WorkspaceRoles.Rank(WorkspaceRoles.Admin)
            ? null
            : Problems.Forbidden("Only who made the template, or an admin of its workspace, can change it.");
}
