using Waymark.Projects.Access;

namespace Waymark.Projects.Labels;

internal static class ListLabels
{
    private const string Sort = "name";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/labels", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListLabels)).WithSummary("List the labels of a project by name");
        routes.MapGet("/api/projects/{id:guid}/labels/{labelId:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetLabel").WithSummary("Read a label");
    }

    private static async Task<Results<Answer<Page<LabelResponse>>, Problem>> ListAsync(
        Guid id, int? limit, string? cursor, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? from = null;
        if (cursor is not null && !(Cursor.TryParse(cursor, Sort, out from) && from.Value is not null))
        {
            return Cursor.Invalid;
        }

        if (await door.FindAsync(id, caller.Id, ct) is null)
        {
            return Problems.NotFound("project");
        }

        var after = from?.Value ?? "";
        var labels = await db.Labels.AsNoTracking()
            .Where(l => l.ProjectId == id && l.Folded.CompareTo(after) > 0)
            .OrderBy(l => l.Folded)
            .Take(size + 1)
            .ToListAsync(ct);
        var page = Page<Label>.Of(labels, size, l => new Cursor(Sort, l.Folded, l.Id).ToString());
        return Answers.Ok(new Page<LabelResponse>([.. page.Items.Select(LabelResponse.Of)], page.NextCursor));
    }

    private static async Task<Results<Answer<LabelResponse>, Problem>> GetAsync(
        Guid id, Guid labelId, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct) =>
        await door.FindAsync(id, caller.Id, ct) is not null
            && await db.Labels.AsNoTracking().FirstOrDefaultAsync(l => l.Id == labelId && l.ProjectId == id, ct) is { } label
            ? Answers.Ok(LabelResponse.Of(label), label.Version)
            : Problems.NotFound("label");
}
