using System.Text.Json;
using Npgsql;

namespace Waymark.Limit;

/// <summary>A row and its event in one transaction, in the plain shape that a program writes: begin, statement, statement, commit.</summary>
internal static class Writes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/tasks-tx", async (NewTask task, NpgsqlDataSource database) =>
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var created = await InsertAsync(connection, task);
            await AddEventAsync(connection, "task.created", created.Id, JsonSerializer.Serialize(task, Wire.Default.NewTask));
            await transaction.CommitAsync();
            return Results.Json(created, Wire.Default.CreatedTask, statusCode: StatusCodes.Status201Created);
        });

        routes.MapPatch("/tasks/{id:long}/status", async (long id, NewStatus change, NpgsqlDataSource database) =>
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            if (await UpdateAsync(connection, id, change) is not { } task)
            {
                return Results.NotFound();
            }

            await AddEventAsync(connection, "task.status_changed", id, JsonSerializer.Serialize(change, Wire.Default.NewStatus));
            await transaction.CommitAsync();
            return Results.Json(task, Wire.Default.TaskView);
        });
    }

    private static async Task<CreatedTask> InsertAsync(NpgsqlConnection connection, NewTask task)
    {
        await using var insert = new NpgsqlCommand(
            "insert into task (project_id, title, description, status, priority) values ($1, $2, $3, 'todo', $4) returning id, created_at", connection);
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = task.ProjectId });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = task.Title });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = task.Description });
        insert.Parameters.Add(new NpgsqlParameter<short> { TypedValue = task.Priority });
        await using var row = await insert.ExecuteReaderAsync();
        await row.ReadAsync();
        return new CreatedTask(row.GetInt64(0), row.GetDateTime(1));
    }

    private static async Task<TaskView?> UpdateAsync(NpgsqlConnection connection, long id, NewStatus change)
    {
        await using var update = new NpgsqlCommand(
            $"update task set status = $2, version = version + 1, updated_at = now() where id = $1 returning {TaskView.Columns}", connection);
        update.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
        update.Parameters.Add(new NpgsqlParameter<string> { TypedValue = change.Status });
        await using var row = await update.ExecuteReaderAsync();
        return await row.ReadAsync() ? TaskView.Of(row) : null;
    }

    private static async Task AddEventAsync(NpgsqlConnection connection, string topic, long id, string payload)
    {
        await using var insert = new NpgsqlCommand("insert into outbox (topic, aggregate_id, payload) values ($1, $2, $3)", connection);
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = topic });
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = payload });
        await insert.ExecuteNonQueryAsync();
    }
}
