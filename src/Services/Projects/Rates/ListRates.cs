using Waymark.Projects.Access;

namespace Waymark.Projects.Rates;

/// <summary>The rates of a project, the latest first; what an hour costs is a matter of those who manage it.</summary>
internal static class ListRates
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/rates", ListAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName(nameof(ListRates)).WithSummary("List what an hour costs");
        routes.MapGet("/api/projects/{id:guid}/rates/{rateId:guid}", GetAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName("GetRate").WithSummary("Read a rate");
    }

    private static async Task<Results<Answer<Page<RateResponse>>, Problem>> ListAsync(
        Guid id, int? limit, string? cursor, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct)
    {
        const string order = "-createdAt";
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? behind = null;
        if (cursor is not null && !Cursor.TryParse(cursor, order, out behind))
        {
            return Cursor.Invalid;
        }

        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("project");
        }

        if (open.Demand(Permissions.ProjectEdit) is { } refused)
        {
            return refused;
        }

        var last = behind?.Id;
        var rows = await db.Set<ProjectRate>().AsNoTracking().Where(r => r.ProjectId == id && (last == null || r.Id.CompareTo(last.Value) < 0))
            .OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(ct);
        var page = Page<ProjectRate>.Of(rows, size, r => new Cursor(order, null, r.Id).ToString());
        return Answers.Ok(new Page<RateResponse>([.. page.Items.Select(RateResponse.Of)], page.NextCursor));
    }

    private static async Task<Results<Answer<RateResponse>, Problem>> GetAsync(
        Guid id, Guid rateId, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct) =>
        await door.FindAsync(id, caller.Id, ct) is not { } open ? Problems.NotFound("project")
        : open.Demand(Permissions.ProjectEdit) is { } refused ? refused
        : await db.Set<ProjectRate>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == rateId && r.ProjectId == id, ct) is { } rate ? Answers.Ok(RateResponse.Of(rate), rate.Version)
        : Problems.NotFound("rate");
}
