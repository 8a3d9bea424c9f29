using Waymark.Projects.Access;
using Waymark.Projects.Model.Templates;

namespace Waymark.Projects.Templates;

internal static class ListProjectTemplates
{
    private const string Sort = "-createdAt";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/project-templates", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListProjectTemplates)).WithSummary("List the templates for projects that the caller may use, the latest first");
        routes.MapGet("/api/project-templates/{id:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetProjectTemplate").WithSummary("Read a template for projects, at its present version or an earlier one");
    }

    private static async Task<Results<Answer<Page<ProjectTemplateItem>>, Problem>> ListAsync(
        Guid? workspaceId, int? limit, string? cursor, Caller caller, ProjectsDbContext db, ProjectDoor door, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? from = null;
        if (cursor is not null && !Cursor.TryParse(cursor, Sort, out from))
        {
            return Cursor.Invalid;
        }

        var least = Permissions.MinimumWorkspaceRank[Permissions.ProjectCreate];
        var templates = db.Templates.AsNoTracking();
        if (workspaceId is { } only)
        {
            // Asked for by its id, so that a workspace counts that this service has not heard of yet.
            var (_, rank) = await door.FindWorkspaceAsync(only, caller.Id, ct);
            templates = templates.Where(t => t.WorkspaceId == only && rank >= least);
        }
        else
        {
            templates = templates.Where(t => t.WorkspaceId == caller.Id
                || db.Set<WorkspaceMemberCopy>().Any(m => m.WorkspaceId == t.WorkspaceId && m.UserId == caller.Id && m.Rank >= least));
        }

        var behind = from is null ? templates : templates.Where(t => t.Id.CompareTo(from.Id) < 0);
        var page = Page<ProjectTemplate>.Of(
            await behind.OrderByDescending(t => t.Id).Take(size + 1).ToListAsync(ct), size, last => new Cursor(Sort, null, last.Id).ToString());
        return Answers.Ok(new Page<ProjectTemplateItem>([.. page.Items.Select(ProjectTemplateItem.Of)], page.NextCursor));
    }

    private static async Task<Results<Answer<ProjectTemplateResponse>, Problem>> GetAsync(
        Guid id, long? version, Caller caller, ProjectsDbContext db, ProjectDoor door, CancellationToken ct) =>
        await OpenTemplate.FindAsync(db, door, id, caller.Id, ct) is { Template: var template }
            && await db.TemplateVersions.AsNoTracking().FirstOrDefaultAsync(v => v.TemplateId == id && v.Version == (version ?? template.Version), ct) is { } found
            ? Answers.Ok(ProjectTemplateResponse.Of(template, found), found.Version)
            : Problems.NotFound("template");
}
