using Npgsql;
using NpgsqlTypes;

namespace Waymark.Tasks.Cycles;

/// <summary>A cycle with its scope, and what the caller may do in its project.</summary>
internal sealed record OpenCycle(Cycle Cycle, CycleScope Scope, Access Access)
{
    public static readonly ProblemKind CycleClosed =
        ProblemKind.Unprocessable("cycle_closed", "The cycle is closed; what it held stands fast.");

    /// <summary>Why the caller may not change it; a closed one is changed by nobody.</summary>
    public Problem? DemandWrite(string permission) => Access.DemandWrite(permission) ?? (Cycle.ClosedAt is null ? null : CycleClosed.Because());
}

/// <summary>The statements that read and write cycles.</summary>
internal static class CycleStore
{
    private const string Columns = "c.id, c.project_id, c.workspace_id, c.name, c.goal, c.start_date, c.end_date, c.closed_at, c.created_at, c.version";

    private const int Count = 10;

    private const string Scope =
        """
        cross join lateral (
            select count(*)::int as tasks, count(*) filter (where s.is_done)::int as completed, coalesce(sum(s.estimate), 0)::int as estimate,
                coalesce(sum(s.estimate) filter (where s.is_done), 0)::int as completed_estimate
            from (
                select case when c.closed_at is null then t.completed_at is not null else ct.outcome = 'done' end as is_done,
                    coalesce(t.estimate_minutes, 0)::bigint as estimate
                from cycle_task ct join task t on t.id = ct.task_id where ct.cycle_id = c.id and t.deleted_at is null) s) g
        """;

    private const string Read = $"select {Columns}, g.tasks, g.completed, g.estimate, g.completed_estimate";

    private static readonly string FindOne =
        $"""
        {Read}, {ProjectRow.Columns}, {AccessSql.Rank}
        from cycle c join project p on p.id = c.project_id {AccessSql.Joins} {Scope}
        where c.id = @id and p.state <> 'deleted'
        """;

    private const string List =
        $"""
        {Read} from cycle c {Scope}
        where c.project_id = @project and (@behind is null or c.id < @behind) order by c.id desc limit @limit
        """;

    private const string InsertSql =
        """
        insert into cycle (id, project_id, workspace_id, name, goal, start_date, end_date, closed_at, created_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private static readonly string UpdateSql = DirectWrites.Guarded(
        "update cycle set name = $2, goal = $3, start_date = $4, end_date = $5, closed_at = $6, version = $7 where id = $1 and version = $7 - 1");

    private static readonly string DeleteSql = DirectWrites.Guarded("delete from cycle where id = $1 and version = $2 - 1");

    /// <summary>The cycle, or null: absent and invisible are the same. A project of which this service has not heard is asked for once.</summary>
    public static async Task<OpenCycle?> FindAsync(TasksDbContext db, ProjectGuard<TasksDbContext> guard, Guid id, Guid callerId, CancellationToken ct)
    {
        OpenCycle? open = null;
        await using (var command = await db.CommandAsync(FindOne, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
            command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
            await using var row = await command.ExecuteReaderAsync(ct);
            if (await row.ReadAsync(ct))
            {
                open = new OpenCycle(CycleOf(row), ScopeOf(row), new Access(ProjectRow.Read(row, Count + 4), row.GetInt16(Count + 4 + ProjectRow.Count)));
            }
        }

        return open is not { Access.Rank: 0 } ? open
            : await guard.FindAsync(open.Cycle.ProjectId, callerId, ct) is { } access ? open with { Access = access }
            : null;
    }

    /// <summary>The same once more, behind a write.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has deleted it meanwhile.</exception>
    public static async Task<OpenCycle> FindAgainAsync(TasksDbContext db, ProjectGuard<TasksDbContext> guard, Guid id, Guid callerId, CancellationToken ct) =>
        await FindAsync(db, guard, id, callerId, ct) ?? throw new DbUpdateConcurrencyException("The cycle was deleted meanwhile.");

    public static async Task<List<(Cycle Cycle, CycleScope Scope)>> ListAsync(TasksDbContext db, Guid projectId, Guid? behind, int limit, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(List, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter("behind", NpgsqlDbType.Uuid) { Value = (object?)behind ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit + 1));
        await using var row = await command.ExecuteReaderAsync(ct);
        var cycles = new List<(Cycle, CycleScope)>();
        while (await row.ReadAsync(ct))
        {
            cycles.Add((CycleOf(row), ScopeOf(row)));
        }

        return cycles;
    }

    public static NpgsqlBatchCommand Insert(Cycle c)
    {
        var insert = new NpgsqlBatchCommand(InsertSql);
        insert.Parameters.With(c.Id).With(c.ProjectId).With(c.WorkspaceId).With(c.Name).With(c.Goal).With(c.StartDate).With(c.EndDate)
            .With(c.ClosedAt, NpgsqlDbType.TimestampTz).With(c.CreatedAt).With(c.Version);
        return insert;
    }

    /// <summary>Finds the row only while it has the version before this one.</summary>
    public static NpgsqlBatchCommand Update(Cycle c)
    {
        var update = new NpgsqlBatchCommand(UpdateSql);
        update.Parameters.With(c.Id).With(c.Name).With(c.Goal).With(c.StartDate).With(c.EndDate).With(c.ClosedAt, NpgsqlDbType.TimestampTz).With(c.Version);
        return update;
    }

    public static NpgsqlBatchCommand Delete(Cycle c)
    {
        var delete = new NpgsqlBatchCommand(DeleteSql);
        delete.Parameters.With(c.Id).With(c.Version);
        return delete;
    }

    private static Cycle CycleOf(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        ProjectId = row.GetGuid(1),
        WorkspaceId = row.GetGuid(2),
        Name = row.GetString(3),
        Goal = row.GetString(4),
        StartDate = row.GetFieldValue<DateOnly>(5),
        EndDate = row.GetFieldValue<DateOnly>(6),
        ClosedAt = row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(8),
        Version = row.GetInt64(9),
    };

    private static CycleScope ScopeOf(NpgsqlDataReader row) =>
        new(row.GetInt32(Count), row.GetInt32(Count + 1), row.GetInt32(Count + 2), row.GetInt32(Count + 3));
}
