using Npgsql;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Linking;

namespace Waymark.Tasks.Dependencies;

/// <summary>
/// Two tasks that are tied or untied, both of which the caller may change: what happens to one stands in the history of both. They
/// are opened under the lock of their workspace, in which one dependency is made after the other, so that two cannot close a circle
/// together.
/// </summary>
internal sealed record OpenPair(OpenTask Task, OpenTask Other)
{
    private static readonly string Query =
        $"""
        select pg_advisory_xact_lock(hashtextextended(workspace_id::text, 9)) from task where id = @task;
        select {OpenTask.Columns}
        from task t join project p on p.id = t.project_id {AccessSql.Joins}
        where t.id in (@task, @other) and t.deleted_at is null and p.state <> 'deleted'
        """;

    /// <summary>Opens them within the transaction that runs; either one that is absent or invisible is no such task.</summary>
    public static async Task<(OpenPair? Pair, Problem? Problem)> FindAsync(
        TasksDbContext db, ProjectGuard<TasksDbContext> guard, Guid taskId, Guid otherId, Guid callerId, CancellationToken ct)
    {
        var found = await LoadAsync(db, taskId, otherId, callerId, ct);
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is { Access.Rank: 0 } unknown)
            {
                var access = await guard.FindAsync(unknown.Project.Id, callerId, ct);
                found[i] = access is null ? unknown : unknown with { Access = access };
            }
        }

        if (found.Find(t => t.Task.Id == taskId) is not { Access.Rank: > 0 } task || found.Find(t => t.Task.Id == otherId) is not { Access.Rank: > 0 } other)
        {
            return (null, Problems.NotFound("task"));
        }

        var refused = task.Access.DemandWrite(Permissions.TaskEdit) ?? other.Access.DemandWrite(Permissions.TaskEdit);
        return refused is null ? (new OpenPair(task, other), null) : (null, refused);
    }

    /// <summary>Adds the dependency between them, or removes it, and tells of it in both streams.</summary>
    public void Record(TasksDbContext db, TaskDependency dependency, bool isAdded) =>
        db.RecordDependency(dependency, isAdded, (Task.Task, Task.Project), (Other.Task, Other.Project));

    private static async Task<List<OpenTask>> LoadAsync(TasksDbContext db, Guid taskId, Guid otherId, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("task", taskId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("other", otherId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        var found = new List<OpenTask>(2);
        while (await row.ReadAsync(ct))
        {
            found.Add(OpenTask.Read(row));
        }

        return found;
    }
}
