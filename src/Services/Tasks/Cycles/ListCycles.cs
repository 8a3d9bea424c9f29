namespace Waymark.Tasks.Cycles;

internal static class ListCycles
{
    private const string Sort = "-createdAt";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{projectId:guid}/cycles", ListAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListCycles)).WithSummary("List the cycles of a project, the newest first");
        routes.MapGet("/api/projects/{projectId:guid}/cycles/{cycleId:guid}", GetAsync).RequirePermission(Permissions.TaskRead)
            .WithName("GetCycle").WithSummary("Read a cycle");
    }

    private static async Task<Results<Answer<Page<CycleResponse>>, Problem>> ListAsync(
        Guid projectId, int? limit, string? cursor, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
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

        if (await guard.FindAsync(projectId, caller.Id, ct) is null)
        {
            return Problems.NotFound("project");
        }

        var cycles = await CycleStore.ListAsync(db, projectId, from?.Id, size, ct);
        return Answers.Ok(Page<CycleResponse>.Of(cycles.ConvertAll(c => CycleResponse.Of(c.Cycle, c.Scope)), size, c => new Cursor(Sort, null, c.Id).ToString()));
    }

    private static async Task<Results<Answer<CycleResponse>, Problem>> GetAsync(
        Guid projectId, Guid cycleId, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        await CycleStore.FindAsync(db, guard, cycleId, caller.Id, ct) is { } open && open.Cycle.ProjectId == projectId
            ? Answers.Ok(CycleResponse.Of(open.Cycle, open.Scope), open.Cycle.Version)
            : Problems.NotFound("cycle");
}
