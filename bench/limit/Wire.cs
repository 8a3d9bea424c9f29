using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;

namespace Waymark.Limit;

internal sealed record TaskView(
    long Id, long ProjectId, string Title, string Description, string Status, short Priority, long? AssigneeId,
    DateTime? DueAt, int Version, DateTime CreatedAt, DateTime UpdatedAt)
{
    public const string Columns = "id, project_id, title, description, status, priority, assignee_id, due_at, version, created_at, updated_at";

    public static TaskView Of(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt16(5),
        row.IsDBNull(6) ? null : row.GetInt64(6), row.IsDBNull(7) ? null : row.GetDateTime(7),
        row.GetInt32(8), row.GetDateTime(9), row.GetDateTime(10));
}

internal sealed record NewTask(long ProjectId, string Title, string Description, short Priority);

internal sealed record CreatedTask(long Id, DateTime CreatedAt);

internal sealed record NewStatus(string Status);

internal sealed record Credentials(string Email, string Password);

internal sealed record Token(string AccessToken);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TaskView))]
[JsonSerializable(typeof(List<TaskView>))]
[JsonSerializable(typeof(NewTask))]
[JsonSerializable(typeof(CreatedTask))]
[JsonSerializable(typeof(NewStatus))]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(Token))]
internal sealed partial class Wire : JsonSerializerContext;
