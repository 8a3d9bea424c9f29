using Npgsql;
using Waymark.Contracts.Tasks;
using Waymark.Platform.Data;

namespace Waymark.Membership;

/// <summary>
/// Finds the task that something hangs on, from the service's own copy; on a miss it asks tasks once, stores the answer under
/// the version guard and goes on.
/// </summary>
public sealed class TaskCopies<TContext>(TContext db, ProjectGuard<TContext> guard, ITaskAccess tasks)
    where TContext : ServiceDbContext
{
    private const string Query =
        $"""
        select {TaskCopyStore.Columns}, {ProjectRow.Columns}, {AccessSql.Rank}
        from task_copy t join project p on p.id = t.project_id {AccessSql.Joins}
        where t.id = @task and t.is_deleted is not true and {AccessSql.Visible}
        """;

    /// <summary>The task and the caller's access, or null when there is none: absent and invisible are the same.</summary>
    public async Task<TaskInProject?> FindAsync(Guid taskId, Guid callerId, CancellationToken ct)
    {
        await using (var command = await db.CommandAsync(Query, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid>("task", taskId));
            command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
            await using var row = await command.ExecuteReaderAsync(ct);
            if (await row.ReadAsync(ct))
            {
                const int project = TaskCopyStore.Count;
                return new TaskInProject(
                    TaskCopyStore.Read(row), new Access(ProjectRow.Read(row, project), row.GetInt16(project + ProjectRow.Count)));
            }
        }

        return await LearnAsync(taskId, callerId, ct);
    }

    /// <summary>After a statement that found nothing: asks tasks (and projects), and stores the answers.</summary>
    public async Task<TaskInProject?> LearnAsync(Guid taskId, Guid callerId, CancellationToken ct)
    {
        if (await tasks.FindAsync(taskId, callerId, ct) is not { } known || await guard.FindAsync(known.ProjectId, callerId, ct) is not { } access)
        {
            return null;
        }

        var copy = TaskCopyStore.CopyOf(known, isDeleted: false);
        await TaskCopyStore.StoreAsync(db, [copy], ct);
        return new TaskInProject(copy, access);
    }
}
