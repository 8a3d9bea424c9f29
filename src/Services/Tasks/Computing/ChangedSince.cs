using Npgsql;

namespace Waymark.Tasks.Computing;

/// <summary>
/// Those tasks of a project that have changed since an instant, as they stood then: their present state set back by what happened since,
/// as far as roll-ups look at it.
/// </summary>
internal static class ChangedSince
{
    /// <summary>Where more have changed, none is set back.</summary>
    private const int Most = 10_000;

    private const string Changed = "t.project_id = @project and t.updated_at > @asOf and t.created_at <= @asOf";

    private const string Query =
        $"""
        select t.id, t.parent_id, t.status_category, t.estimate_minutes, t.custom_fields, t.deleted_at, t.type from task t where {Changed} limit @most + 1;
        select e.stream_id, e.data from task t join task_event e on e.stream_id = t.id
        where {Changed} and e.at > @asOf and (select count(*) from (select from task t where {Changed} limit @most + 1) c) <= @most
        order by e.stream_id, e.version desc
        """;

    /// <summary>Null where there are too many of them.</summary>
    public static async Task<IReadOnlyCollection<TaskItem>?> ReadAsync(TasksDbContext db, Guid projectId, DateTimeOffset instant, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("asOf", instant));
        command.Parameters.Add(new NpgsqlParameter<int>("most", Most));
        await using var row = await command.ExecuteReaderAsync(ct);
        var tasks = new Dictionary<Guid, TaskItem>();
        while (await row.ReadAsync(ct))
        {
            var task = Read(row, projectId);
            tasks[task.Id] = task;
        }

        if (tasks.Count > Most)
        {
            return null;
        }

        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            if (tasks.TryGetValue(row.GetGuid(0), out var task))
            {
                TaskFields.Table.Apply(FieldChanges.FromJson(row.GetFieldValue<byte[]>(1)), task, isBackwards: true);
            }
        }

        return tasks.Values;
    }

    private static TaskItem Read(NpgsqlDataReader row, Guid projectId) => new()
    {
        Id = row.GetGuid(0),
        ProjectId = projectId,
        ParentId = row.IsDBNull(1) ? null : row.GetGuid(1),
        StatusCategory = row.GetString(2),
        EstimateMinutes = row.IsDBNull(3) ? null : row.GetInt32(3),
        CustomJson = row.IsDBNull(4) ? null : row.GetString(4),
        DeletedAt = row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5),
        Type = row.GetString(6),
    };
}
