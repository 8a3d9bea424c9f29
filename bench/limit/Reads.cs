using Npgsql;

namespace Waymark.Limit;

/// <summary>One task, and a page of a project's tasks.</summary>
internal static class Reads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tasks/{id:long}", async (long id, NpgsqlDataSource database) =>
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var command = new NpgsqlCommand($"select {TaskView.Columns} from task where id = $1", connection);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
            await using var row = await command.ExecuteReaderAsync();
            return await row.ReadAsync() ? Results.Json(TaskView.Of(row), Wire.Default.TaskView) : Results.NotFound();
        });

        routes.MapGet("/projects/{project:long}/tasks", async (long project, long? after, NpgsqlDataSource database) =>
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var command = new NpgsqlCommand($"select {TaskView.Columns} from task where project_id = $1 and id > $2 order by id limit 100", connection);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = project });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after ?? 0 });
            await using var row = await command.ExecuteReaderAsync();
            var tasks = new List<TaskView>(100);
            while (await row.ReadAsync())
            {
                tasks.Add(TaskView.Of(row));
            }

            return Results.Json(tasks, Wire.Default.ListTaskView);
        });
    }
}
