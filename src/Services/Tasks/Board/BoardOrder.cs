using Npgsql;

namespace Waymark.Tasks.Board;

/// <summary>Finds the rank of a place in a project's one order.</summary>
internal static class BoardOrder
{
    public static readonly ProblemKind OrderChanged =
        ProblemKind.Conflict("order_changed", "The two tasks are no longer neighbours; read the board again.");

    private const string Neighbours =
        """
        select before.rank, after.rank,
            (select max(t.rank) from task t where t.project_id = @project and t.rank < before.rank and t.id <> @task),
            (select min(t.rank) from task t where t.project_id = @project and t.rank > after.rank and t.id <> @task),
            exists (select from task t where t.project_id = @project and t.status = @status and t.deleted_at is null
                    and t.rank > after.rank and t.rank < before.rank and t.id <> @task)
        from (select 1) one
        left join task before on before.id = @before and before.project_id = @project and before.deleted_at is null
        left join task after on after.id = @after and after.project_id = @project and after.deleted_at is null
        """;

    private const string TakeEnd =
        "update project_counter set last_rank = last_rank + 1 where project_id = @project returning last_rank";

    private const string TakeFront =
        "update project_counter set first_rank = first_rank - 1 where project_id = @project returning first_rank";

    /// <summary>
    /// The rank directly before, or directly after, another task; behind everything when neither is named. Null when the
    /// draft stands there already.
    /// </summary>
    public static async Task<(string? Rank, Problem? Problem)> PlaceAsync(
        TasksDbContext db, TaskItem draft, Guid? beforeId, Guid? afterId, CancellationToken ct)
    {
        if (beforeId == draft.Id || afterId == draft.Id)
        {
            return (null, OrderChanged.Because("A task cannot stand beside itself."));
        }

        if (beforeId is null && afterId is null)
        {
            return (await TakeAsync(db, TakeEnd, draft.ProjectId, ct), null);
        }

        var (before, after, above, below, isBetween) = await ReadAsync(db, draft, beforeId, afterId, ct);
        if ((beforeId is not null && before is null) || (afterId is not null && after is null))
        {
            return (null, Problems.NotFound("task"));
        }

        if (before is not null && after is not null && (isBetween || string.CompareOrdinal(after, before) >= 0))
        {
            return (null, OrderChanged.Because());
        }

        var (low, high) = after is not null ? (after, below) : (above, before);
        if (string.CompareOrdinal(low, draft.Rank) < 0 && (high is null || string.CompareOrdinal(draft.Rank, high) < 0) && low is not null)
        {
            return (null, null);
        }

        return (low, high) switch
        {
            (null, _) => (await TakeAsync(db, TakeFront, draft.ProjectId, ct), null),
            (_, null) => (await TakeAsync(db, TakeEnd, draft.ProjectId, ct), null),
            _ => (Rank.Between(low, high), null),
        };
    }

    private static async Task<string> TakeAsync(TasksDbContext db, string sql, Guid projectId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(sql, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        return await command.ExecuteScalarAsync(ct) is long rank ? Rank.Whole(rank) : throw new DbUpdateConcurrencyException("The project was erased meanwhile.");
    }

    private static async Task<(string? Before, string? After, string? Above, string? Below, bool IsBetween)> ReadAsync(
        TasksDbContext db, TaskItem draft, Guid? beforeId, Guid? afterId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Neighbours, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", draft.ProjectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("task", draft.Id));
        command.Parameters.Add(new NpgsqlParameter<string>("status", draft.Status));
        command.Parameters.Add(new NpgsqlParameter("before", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)beforeId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("after", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)afterId ?? DBNull.Value });
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (Text(row, 0), Text(row, 1), Text(row, 2), Text(row, 3), !row.IsDBNull(4) && row.GetBoolean(4));
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
