using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Tasks.History;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Views;

internal static class GetTask
{
    private const string Query =
        $"""
        select {TaskRow.Columns}, t.description, p.key, {AccessSql.Rank}
        from task t join project p on p.id = t.project_id {AccessSql.Joins}
        where t.id = @id and t.deleted_at is null and {AccessSql.Visible}
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/{task}", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(GetTask)).WithSummary("Read a task, now or as it stood at an instant (asOf)");

    private static async Task<Results<Answer<TaskResponse>, Problem>> HandleAsync(
        TaskReference reference, string? asOf, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        if (asOf is not null)
        {
            return await TaskPast.ReadAsync(reference, asOf, caller, db, projects, ct);
        }

        if (reference.Id is { } id && await FindAsync(db, id, caller.Id, ct) is { } task)
        {
            return Answers.Ok(task, task.Version);
        }

        // A key, or a task that this service's copy of the memberships does not show to the caller yet.
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        return problem is null ? Answers.Ok(TaskResponse.Of(open!.Task, open.Project.Key), open.Task.Version) : problem;
    }

    private static async Task<TaskResponse?> FindAsync(TasksDbContext db, Guid id, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? TaskResponse.Of(TaskRow.Read(row, row.GetString(TaskRow.Count)), row.GetString(TaskRow.Count + 1))
            : null;
    }
}
