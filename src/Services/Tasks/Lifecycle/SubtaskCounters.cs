using Npgsql;

namespace Waymark.Tasks.Lifecycle;

/// <summary>
/// Keeps the counts of sub-tasks on their parents, in the transaction of the change. Parents are locked before children and
/// in the order of their ids, so that changes of related tasks cannot deadlock.
/// </summary>
internal static class SubtaskCounters
{
    private const string Add =
        "update task set subtask_count = subtask_count + @all, subtask_done_count = subtask_done_count + @done where id = @id";

    /// <summary>Whether saving these changes needs <see cref="UpdateAsync"/>, and so a transaction around both.</summary>
    public static bool AreConcerned(IReadOnlyList<TaskTransition> steps) => Deltas(steps).Any();

    public static async Task UpdateAsync(TasksDbContext db, IReadOnlyList<TaskTransition> steps, CancellationToken ct)
    {
        foreach (var (parentId, all, done) in Deltas(steps).OrderBy(d => d.ParentId))
        {
            await using var command = await db.CommandAsync(Add, ct);
            command.Parameters.Add(new NpgsqlParameter<int>("all", all));
            command.Parameters.Add(new NpgsqlParameter<int>("done", done));
            command.Parameters.Add(new NpgsqlParameter<Guid>("id", parentId));
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static IEnumerable<(Guid ParentId, int All, int Done)> Deltas(IReadOnlyList<TaskTransition> steps) =>
        from share in steps.SelectMany(s => new[] { (Task: s.Before, Sign: -1), (Task: s.After, Sign: 1) })
        where share.Task is { ParentId: not null, DeletedAt: null }
        group share by share.Task!.ParentId!.Value into parent
        let all = parent.Sum(s => s.Sign)
        let done = parent.Sum(s => s.Task!.CompletedAt is null ? 0 : s.Sign)
        where all != 0 || done != 0
        select (parent.Key, all, done);
}

/// <summary>A task before and after a change; null before for a new one.</summary>
internal sealed record TaskTransition(TaskItem? Before, TaskItem After);
