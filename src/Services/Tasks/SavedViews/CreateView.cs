using Waymark.Tasks.Querying;

namespace Waymark.Tasks.SavedViews;

public sealed record CreateViewRequest : ViewInput
{
    /// <summary>The project whose tasks it shows; those of all projects of the workspace when left out.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>The workspace, for a view of no project; one's own when left out.</summary>
    public Guid? WorkspaceId { get; init; }
}

internal static class CreateView
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/views", HandleAsync).RequirePermission(Permissions.ViewEdit)
            .MayRefuse(ProblemKinds.NotFound, ProblemKinds.Forbidden, QueriedList.QueryInvalid).WithName(nameof(CreateView)).WithSummary("Save a view of tasks");

    private static Task<Results<CreatedAnswer<ViewResponse>, Problem>> HandleAsync(
        CreateViewRequest request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, KeptQuery kept, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<ViewResponse>, Problem>>(async () =>
        {
            await using var transaction = await db.BeginAsync(ct);
            var (workspaceId, rank) = (request.WorkspaceId ?? caller.Id, 0);
            if (request.ProjectId is { } projectId)
            {
                if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
                {
                    return Problems.NotFound("project");
                }

                (workspaceId, rank) = (access.Project.WorkspaceId, access.Rank);
            }
            else if ((rank = await ViewStore.RankInAsync(db, workspaceId, caller.Id, ct)) == 0)
            {
                return Problems.NotFound("workspace");
            }

            var now = db.Scope.Now;
            var view = request.CopyTo(Empty(Guid.CreateVersion7(now), workspaceId, request.ProjectId, caller.Id, now), now);
            if (await ViewRules.CheckAsync(view, before: null, rank, kept, caller.Id, ct) is { } problem)
            {
                return problem;
            }

            db.Add(ViewStore.Insert(view));
            return await db.CommitAsync(Answers.Created($"/api/views/{view.Id}", ViewResponse.Of(view), view.Version), transaction, ct);
        });

    private static SavedView Empty(Guid id, Guid workspaceId, Guid? projectId, Guid ownerId, DateTimeOffset now) => new()
    {
        Id = id,
        WorkspaceId = workspaceId,
        ProjectId = projectId,
        OwnerId = ownerId,
        Name = "",
        Layout = ViewLayouts.List,
        Query = "",
        GroupBy = null,
        Columns = [],
        Visibility = ViewVisibilities.Private,
        CreatedAt = now,
        UpdatedAt = now,
        Version = 0,
    };
}
