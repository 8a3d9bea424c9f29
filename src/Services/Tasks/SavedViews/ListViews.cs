namespace Waymark.Tasks.SavedViews;

/// <summary>One's own views and those that others share with one, the newest first.</summary>
internal static class ListViews
{
    private const string Sort = "-createdAt";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/views", ListAsync).RequirePermission(Permissions.ViewRead)
            .MayRefuse(ProblemKinds.NotFound).WithName(nameof(ListViews)).WithSummary("List the saved views that the caller may see");
        routes.MapGet("/api/views/{viewId:guid}", GetAsync).RequirePermission(Permissions.ViewRead)
            .WithName("GetView").WithSummary("Read a saved view");
    }

    private static async Task<Results<Answer<Page<ViewResponse>>, Problem>> ListAsync(
        Guid? projectId, Guid? workspaceId, int? limit, string? cursor, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
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

        var views = await ViewStore.ListAsync(db, projectId, workspaceId, from?.Id, size, caller.Id, ct);
        if (views.Count == 0 && projectId is { } project)
        {
            // Nothing saved, and a project that is not the caller's, look alike to the statement.
            if (await guard.FindAsync(project, caller.Id, ct) is null)
            {
                return Problems.NotFound("project");
            }

            views = await ViewStore.ListAsync(db, projectId, workspaceId, from?.Id, size, caller.Id, ct);
        }

        return Answers.Ok(Page<ViewResponse>.Of(views.ConvertAll(ViewResponse.Of), size, v => new Cursor(Sort, null, v.Id).ToString()));
    }

    private static async Task<Results<Answer<ViewResponse>, Problem>> GetAsync(Guid viewId, Caller caller, TasksDbContext db, CancellationToken ct) =>
        await ViewStore.FindAsync(db, viewId, caller.Id, ct) is { } open
            ? Answers.Ok(ViewResponse.Of(open.View), open.View.Version)
            : Problems.NotFound("view");
}
