using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Watchers;

internal static class ListWatchers
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/tasks/{task}/watchers", ListAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListWatchers)).WithSummary("List the people who watch a task");
        routes.MapGet("/api/tasks/{task}/watchers/{userId:guid}", GetAsync).RequirePermission(Permissions.TaskRead)
            .WithName("GetWatcher").WithSummary("Read whether somebody watches a task, and has muted it");
    }

    private static async Task<Results<Answer<Page<WatcherResponse>>, Problem>> ListAsync(
        TaskReference reference, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        return problem is null
            ? Answers.Ok(new Page<WatcherResponse>([.. open!.Task.WatcherIds.Select(id => WatcherResponse.Of(open.Task, id))], null))
            : problem;
    }

    private static async Task<Results<Answer<WatcherResponse>, Problem>> GetAsync(
        TaskReference reference, Guid userId, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        if (problem is not null)
        {
            return problem;
        }

        return open!.Task.WatcherIds.Contains(userId) ? Answers.Ok(WatcherResponse.Of(open.Task, userId)) : Problems.NotFound("watcher");
    }
}
