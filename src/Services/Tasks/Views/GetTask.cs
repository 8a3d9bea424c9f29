using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.History;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Listing;

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

    private static readonly int HaveComputed = TaskShape.Whole.PlaceOf(ProjectFields.HaveComputed);

    private static readonly string ComputedCondition = $"t.id = @id and t.deleted_at is null and {AccessSql.VisibleTo("@caller")}";

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

        var (id, unknown) = await reference.ResolveAsync(db, caller.Id, ct);
        if (unknown is null && await FindAsync(db, id, caller.Id, ct) is { } found)
        {
            return found;
        }

        // A task that this service's copy of the memberships does not show to the caller yet.
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        return problem is null ? Answers.Ok(await open!.AnswerAsync(db, ct), open.Task.Version) : problem;
    }

    private static async Task<WrittenAnswer<TaskResponse>?> FindAsync(TasksDbContext db, Guid id, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.With(id).With(callerId);
        Guid projectId;
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            if (!await row.ReadAsync(ct))
            {
                return null;
            }

            if (!row.GetBoolean(HaveComputed))
            {
                return Write(TaskShape.Whole, row);
            }

            projectId = row.GetGuid(TaskShape.Whole.PlaceOf("t.project_id"));
        }

        return await FindComputedAsync(db, id, projectId, callerId, ct);
    }

    /// <summary>The same with the values of computed fields, which only the project's definitions tell how to read.</summary>
    private static async Task<WrittenAnswer<TaskResponse>?> FindComputedAsync(TasksDbContext db, Guid id, Guid projectId, Guid callerId, CancellationToken ct)
    {
        var shape = TaskShape.Of(new ListExtras(true, true), await ComputedFields.OfProjectAsync(db, projectId, ct));
        await using var command = await db.CommandAsync($"select {shape.Columns} from task t join project p on p.id = t.project_id where {ComputedCondition}", ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", db.Scope.Now));
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? Write(shape, row) : null;
    }

    private static WrittenAnswer<TaskResponse> Write(RowShape shape, NpgsqlDataReader row)
    {
        var body = new JsonBody(UsualSize);
        shape.Write(body.Json, row);
        return Answers.Written<TaskResponse>(body, row.GetInt64(shape.PlaceOf("t.version")));
    }
}
