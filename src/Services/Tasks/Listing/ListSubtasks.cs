using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Querying;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Listing;

internal static class ListSubtasks
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/{task}/subtasks", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListSubtasks)).WithSummary("List the sub-tasks of a task in their order on the board");

    private static async Task<Results<WrittenAnswer<Page<TaskResponse>>, Answer<Page<TaskResponse>>, Problem>> HandleAsync(
        TaskReference reference, string? fields, int? limit, string? cursor, Caller caller, TasksDbContext db, IProjectAccess projects,
        QueriedList queried, ListedTasks listed, CancellationToken ct)
    {
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        if (problem is not null)
        {
            return problem;
        }

        var query = new TaskListQuery(
            new TaskFilterQuery { ParentId = [open!.Task.Id.ToString()] }, new TaskPageQuery { Sort = "rank", Fields = fields, Limit = limit, Cursor = cursor });
        return (await ListTasks.ReadAsync(query, caller.Id, db, queried, listed, ct)).Answer;
    }
}
