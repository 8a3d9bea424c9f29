using Npgsql;
using Waymark.Tasks.Model.Linking;

namespace Waymark.Tasks.Dependencies;

/// <summary>What two tasks cannot be to each other. It is asked under the lock of their workspace.</summary>
internal static class DependencyRules
{
    public static readonly ProblemKind DependencyCycle =
        ProblemKind.Unprocessable("dependency_cycle", "Tasks would wait for each other in a circle; cycle names them by their keys, each blocking the next.");

    public static readonly ProblemKind DependencyExists = ProblemKind.Conflict("dependency_exists", "The two tasks have this dependency already.");

    public static readonly ProblemKind OtherWorkspace = ProblemKind.Unprocessable("other_workspace", "Only tasks of one workspace depend on each other.");

    /// <summary>In place of a key that the caller must not learn.</summary>
    private const string Hidden = "a task that you cannot see";

    // Tasks in the trash count: what comes back from there must not close a circle either.
    private const string Query =
        """
        select exists (
            select from task_dependency where kind = @kind and ((from_id = @from and to_id = @to) or (from_id = @to and to_id = @from and @kind <> 0)));
        with recursive behind as (
            select @to as id where @kind = 0
            union
            select d.to_id from behind b join task_dependency d on d.from_id = b.id and d.kind = 0)
        select d.from_id, d.to_id from behind b join task_dependency d on d.from_id = b.id and d.kind = 0
        where exists (select from behind where id = @from)
        """;

    private const string Keys =
        $"""
        select t.id, p.key || '-' || t.number
        from task t join project p on p.id = t.project_id {AccessSql.Joins}
        where t.id = any(@ids) and {AccessSql.Visible}
        """;

    /// <summary>Why the two cannot have this dependency; null when they can.</summary>
    public static async Task<Problem?> RefusalAsync(TasksDbContext db, TaskDependency dependency, OpenPair pair, Guid callerId, CancellationToken ct)
    {
        if (pair.Task.Task.WorkspaceId != pair.Other.Task.WorkspaceId)
        {
            return OtherWorkspace.Because();
        }

        var (exists, ways) = await AskAsync(db, dependency, ct);
        if (exists)
        {
            return DependencyExists.Because();
        }

        var way = ways.Count == 0 ? [] : DependencyWays.Shortest(dependency.ToId, dependency.FromId, ways);
        return way.Count == 0 ? null : Cycle(await KeysAsync(db, [dependency.FromId, .. way], callerId, ct));
    }

    /// <summary>The refusal of a circle.</summary>
    public static Problem Cycle(IReadOnlyList<string> keys) => DependencyCycle.Because(
        $"Tasks would wait for each other in a circle: {string.Join(" blocks ", keys)}.",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["cycle"] = keys });

    private static async Task<(bool Exists, List<(Guid From, Guid To)> Ways)> AskAsync(TasksDbContext db, TaskDependency dependency, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<short>("kind", (short)dependency.Kind));
        command.Parameters.Add(new NpgsqlParameter<Guid>("from", dependency.FromId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("to", dependency.ToId));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var exists = row.GetBoolean(0);
        await row.NextResultAsync(ct);
        var ways = new List<(Guid, Guid)>();
        while (await row.ReadAsync(ct))
        {
            ways.Add((row.GetGuid(0), row.GetGuid(1)));
        }

        return (exists, ways);
    }

    private static async Task<List<string>> KeysAsync(TasksDbContext db, Guid[] ids, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Keys, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", ids));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var row = await command.ExecuteReaderAsync(ct);
        var keys = new Dictionary<Guid, string>();
        while (await row.ReadAsync(ct))
        {
            keys[row.GetGuid(0)] = row.GetString(1);
        }

        return [.. ids.Select(id => keys.GetValueOrDefault(id, Hidden))];
    }
}
