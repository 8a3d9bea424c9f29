using Waymark.Contracts.Projects;
using Waymark.Tasks.History;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Views;

internal static class GetTask
{
    /// <summary>The bytes that a task takes, unless its description is long.</summary>
    private const int UsualSize = 2 * 1024;

    private static readonly string Query =
        $"""
        select {TaskShape.Whole.Columns}
        from task t join project p on p.id = t.project_id
        where t.id = $1 and t.deleted_at is null and {AccessSql.VisibleTo("$2")}
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/{task}", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(GetTask)).WithSummary("Read a task, now or as it stood at an instant (asOf)");

    private static async Task<Results<WrittenAnswer<TaskResponse>, Answer<TaskResponse>, Problem>> HandleAsync(
        TaskReference reference, string? asOf, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        if (asOf is not null)
        {
            var past = await TaskPast.ReadAsync(reference, asOf, caller, db, projects, ct);
            return past.Task is { } then ? Answers.Ok(then, then.Version) : past.Problem!;
        }

        if (reference.Id is { } id && await FindAsync(db, id, caller.Id, ct) is { } found)
        {
            return found;
        }

        // A key, or a task that this service's copy of the memberships does not show to the caller yet.
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        return problem is null ? Answers.Ok(TaskResponse.Of(open!.Task, open.Project.Key), open.Task.Version) : problem;
    }

    private static async Task<WrittenAnswer<TaskResponse>?> FindAsync(TasksDbContext db, Guid id, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.With(id).With(callerId);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
        {
            return null;
        }

        var body = new JsonBody(UsualSize);
        TaskShape.Whole.Write(body.Json, row);
        return Answers.Written<TaskResponse>(body, row.GetInt64(TaskShape.Whole.PlaceOf("t.version")));
    }
}
