using Npgsql;

namespace Waymark.Tasks.Cycles;

/// <summary>Which tasks are in a cycle, and the log of how they came and went; each statement writes both.</summary>
internal static class CycleTasks
{
    private const string Add =
        """
        with new as (
            insert into cycle_task (cycle_id, task_id) select @cycle, t.id from task t
            where t.id = any(@tasks) and t.project_id = @project and t.deleted_at is null order by t.id
            on conflict do nothing returning task_id),
        log as (
            insert into cycle_scope (cycle_id, task_id, change, actor_id, at) select @cycle, task_id, 'added', @actor, @at from new order by task_id)
        select (select count(*)::int from task t where t.id = any(@tasks) and t.project_id = @project and t.deleted_at is null),
            array(select task_id from new order by task_id)
        """;

    private const string Remove =
        """
        with gone as (delete from cycle_task where cycle_id = @cycle and task_id = any(@tasks) returning task_id),
        log as (
            insert into cycle_scope (cycle_id, task_id, change, actor_id, at) select @cycle, task_id, 'removed', @actor, @at from gone)
        select 0, array(select task_id from gone)
        """;

    /// <summary>What is finished is done; the rest goes on, where a next cycle is named.</summary>
    private const string Close =
        """
        with ended as (
            update cycle_task ct set outcome = case when t.completed_at is not null then 'done' when @next is null or t.deleted_at is not null then 'unfinished' else 'carried_over' end
            from task t where ct.cycle_id = @cycle and t.id = ct.task_id
            returning ct.task_id, ct.outcome),
        carried as (
            insert into cycle_task (cycle_id, task_id) select @next, e.task_id from ended e where e.outcome = 'carried_over' order by e.task_id
            on conflict do nothing returning task_id),
        log as (
            insert into cycle_scope (cycle_id, task_id, change, actor_id, at)
            select @cycle, e.task_id, 'carried_over', @actor, @at from ended e where e.outcome = 'carried_over'
            union all
            select @next, c.task_id, 'carried_in', @actor, @at from carried c)
        select 0, array(select task_id from carried order by task_id)
        """;

    /// <summary>Adds tasks of the project; answers how many of them there are, and which were not in the cycle before.</summary>
    public static Task<(int Found, Guid[] Changed)> AddAsync(TasksDbContext db, Cycle cycle, Guid[] tasks, CancellationToken ct) => RunAsync(db, Add, cycle, null, tasks, ct);

    /// <summary>Takes tasks out; answers which were in the cycle.</summary>
    public static Task<(int Found, Guid[] Changed)> RemoveAsync(TasksDbContext db, Cycle cycle, Guid[] tasks, CancellationToken ct) => RunAsync(db, Remove, cycle, null, tasks, ct);

    /// <summary>Ends the cycle for each of its tasks; answers which have come to the next one.</summary>
    public static Task<(int Found, Guid[] Changed)> CloseAsync(TasksDbContext db, Cycle cycle, Cycle? next, CancellationToken ct) => RunAsync(db, Close, cycle, next?.Id, [], ct);

    private static async Task<(int Found, Guid[] Changed)> RunAsync(TasksDbContext db, string sql, Cycle cycle, Guid? next, Guid[] tasks, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(sql, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("cycle", cycle.Id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", cycle.ProjectId));
        command.Parameters.Add(new NpgsqlParameter("next", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)next ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("tasks", tasks));
        command.Parameters.Add(new NpgsqlParameter("actor", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)db.Scope.Request.ActorId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("at", db.Scope.Now));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetInt32(0), row.GetFieldValue<Guid[]>(1));
    }
}
