using Npgsql;

namespace Waymark.Tasks.Cycles;

/// <summary>Which tasks are in a cycle, and the log of how they came and went; each statement writes both.</summary>
internal static class CycleTasks
{
    /// <summary>
    /// Whoever takes tasks into cycles of a project waits for who is about it, and sees then what that one has done. Nobody deletes the
    /// cycles before the commit.
    /// </summary>
    private const string Lock =
        """
        select pg_advisory_xact_lock(hashtextextended(@project::text, 10));
        select from cycle where id in (@cycle, @next) for key share;
        """;

    private const string Add =
        $"""
        {Lock}
        with gone as (
            delete from cycle_task ct using cycle c
            where ct.task_id = any(@tasks) and c.id = ct.cycle_id and c.project_id = @project and c.id <> @cycle and c.closed_at is null
                and not exists (select from cycle_settings s where s.project_id = @project and s.allows_several)
            returning ct.cycle_id, ct.task_id),
        new as (
            insert into cycle_task (cycle_id, task_id) select @cycle, t.id from task t
            where t.id = any(@tasks) and t.project_id = @project and t.deleted_at is null and exists (select from cycle c where c.id = @cycle) order by t.id
            on conflict do nothing returning task_id),
        log as (
            insert into cycle_scope (cycle_id, task_id, change, actor_id, at)
            select cycle_id, task_id, 'removed', @actor, @at from gone
            union all
            (select @cycle, task_id, 'added', @actor, @at from new order by task_id))
        select (select count(*)::int from task t where t.id = any(@tasks) and t.project_id = @project and t.deleted_at is null),
            array(select task_id from new order by task_id),
            array(select cycle_id from gone order by cycle_id, task_id), array(select task_id from gone order by cycle_id, task_id)
        """;

    private const string Remove =
        $"""
        {Lock}
        with gone as (delete from cycle_task where cycle_id = @cycle and task_id = any(@tasks) returning task_id),
        log as (
            insert into cycle_scope (cycle_id, task_id, change, actor_id, at) select @cycle, task_id, 'removed', @actor, @at from gone)
        select 0, array(select task_id from gone order by task_id), array[]::uuid[], array[]::uuid[]
        """;

    /// <summary>What is finished is done; the rest goes on, where a next cycle is named.</summary>
    private const string Close =
        $"""
        {Lock}
        with ended as (
            update cycle_task ct set outcome = case when t.completed_at is not null then 'done' when @next is null or t.deleted_at is not null then 'unfinished' else 'carried_over' end
            from task t where ct.cycle_id = @cycle and t.id = ct.task_id
            returning ct.task_id, ct.outcome),
        carried as (
            insert into cycle_task (cycle_id, task_id) select @next, e.task_id from ended e where e.outcome = 'carried_over' and exists (select from cycle c where c.id = @next) order by e.task_id
            on conflict do nothing returning task_id),
        log as (
            insert into cycle_scope (cycle_id, task_id, change, actor_id, at)
            select @cycle, e.task_id, 'carried_over', @actor, @at from ended e where e.outcome = 'carried_over'
            union all
            select @next, c.task_id, 'carried_in', @actor, @at from carried c)
        select 0, array(select task_id from carried order by task_id), array[]::uuid[], array[]::uuid[]
        """;

    /// <summary>
    /// Adds tasks of the project; answers how many of them there are, and which were not in the cycle before. Where a task may not stand in
    /// several open cycles, it leaves the others.
    /// </summary>
    public static Task<ScopeChange> AddAsync(TasksDbContext db, Cycle cycle, Guid[] tasks, CancellationToken ct) => RunAsync(db, Add, cycle, null, tasks, ct);

    /// <summary>Takes tasks out; answers which were in the cycle.</summary>
    public static async Task<Guid[]> RemoveAsync(TasksDbContext db, Cycle cycle, Guid[] tasks, CancellationToken ct) =>
        (await RunAsync(db, Remove, cycle, null, tasks, ct)).Changed;

    /// <summary>Ends the cycle for each of its tasks; answers which have come to the next one.</summary>
    public static async Task<Guid[]> CloseAsync(TasksDbContext db, Cycle cycle, Cycle? next, CancellationToken ct) =>
        (await RunAsync(db, Close, cycle, next?.Id, [], ct)).Changed;

    private static async Task<ScopeChange> RunAsync(TasksDbContext db, string sql, Cycle cycle, Guid? next, Guid[] tasks, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(sql, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("cycle", cycle.Id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", cycle.ProjectId));
        command.Parameters.Add(new NpgsqlParameter("next", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)next ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("tasks", tasks));
        command.Parameters.Add(new NpgsqlParameter("actor", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)db.Scope.Request.ActorId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("at", db.Scope.Now));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        await row.NextResultAsync(ct);
        await row.ReadAsync(ct);
        var left = row.GetFieldValue<Guid[]>(2).Zip(row.GetFieldValue<Guid[]>(3)).ToLookup(pair => pair.First, pair => pair.Second);
        return new ScopeChange(row.GetInt32(0), row.GetFieldValue<Guid[]>(1), left);
    }
}

/// <summary>What a statement did to the scope of cycles.</summary>
/// <param name="Found">How many of the named tasks the project has.</param>
/// <param name="Changed">Which of them came or went.</param>
/// <param name="Left">The tasks that left other cycles for this one, by those cycles.</param>
internal readonly record struct ScopeChange(int Found, Guid[] Changed, ILookup<Guid, Guid> Left);
