using Npgsql;
using NpgsqlTypes;
using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Data;

/// <summary>By how much the counts of a task change.</summary>
internal readonly record struct CountChange(Guid TaskId, int Comments = 0, int Subtasks = 0, int SubtasksDone = 0, bool IsTold = true);

/// <summary>
/// The counts of a task: changed by one statement, whoever else writes the task, and told by an event of their own. Rows are
/// locked in the order of their ids, so that changes of related tasks cannot deadlock.
/// </summary>
internal sealed record TaskCounts(Guid TaskId, Guid ProjectId, Guid WorkspaceId, long TaskVersion, IReadOnlyList<(string Field, int From, int To)> Changed) : IVersioned
{
    private const string Add =
        """
        with locked as (
            select id from task where id = any(@ids) order by id for update)
        update task t set comment_count = t.comment_count + d.comments, subtask_count = t.subtask_count + d.subtasks,
            subtask_done_count = t.subtask_done_count + d.done, count_version = t.count_version + 1
        from locked l join unnest(@ids, @comments, @subtasks, @done, @told) d(id, comments, subtasks, done, told) on d.id = l.id
        where t.id = l.id
        returning d.told, t.id, t.project_id, t.workspace_id, t.version, t.count_version, t.completed_at is not null,
            t.comment_count, d.comments, t.subtask_count, d.subtasks, t.subtask_done_count, d.done, t.step_count, t.step_done_count
        """;

    public long Version { get; set; }

    public string PartitionKey => $"task_counts:{TaskId}";

    public Guid? TenantId => WorkspaceId;

    /// <summary>Changes counts inside the transaction that runs; what is to be told goes out with the next save. Gives the sub-tasks that each task has now.</summary>
    public static async Task<IReadOnlyDictionary<Guid, (int All, int Done)>> AddAsync(TasksDbContext db, IReadOnlyList<CountChange> changes, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Add, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. changes.Select(c => c.TaskId)]));
        command.Parameters.Add(new NpgsqlParameter<int[]>("comments", [.. changes.Select(c => c.Comments)]));
        command.Parameters.Add(new NpgsqlParameter<int[]>("subtasks", [.. changes.Select(c => c.Subtasks)]));
        command.Parameters.Add(new NpgsqlParameter<int[]>("done", [.. changes.Select(c => c.SubtasksDone)]));
        command.Parameters.Add(new NpgsqlParameter("told", NpgsqlDbType.Array | NpgsqlDbType.Boolean) { Value = changes.Select(c => c.IsTold).ToArray() });
        await using var row = await command.ExecuteReaderAsync(ct);
        var subtasks = new Dictionary<Guid, (int All, int Done)>(changes.Count);
        while (await row.ReadAsync(ct))
        {
            subtasks[row.GetGuid(1)] = (row.GetInt32(9), row.GetInt32(11));
            if (row.GetBoolean(0))
            {
                db.Tell(Read(row));
            }
        }

        return subtasks;
    }

    /// <summary>The event; fields by their names in the API.</summary>
    public TaskCounted Event() => new TaskCounted(TaskId, ProjectId, TaskVersion, FieldChanges.Write(json =>
    {
        foreach (var (field, from, to) in Changed)
        {
            json.WriteStartObject(field);
            json.WriteNumber("from", from);
            json.WriteNumber("to", to);
            json.WriteEndObject();
        }
    }));

    private static TaskCounts Read(NpgsqlDataReader row)
    {
        var isDone = row.GetBoolean(6);
        var (comments, subtasks, done) = (row.GetInt32(7), row.GetInt32(9), row.GetInt32(11));
        var (commentsBefore, subtasksBefore, doneBefore) = (comments - row.GetInt32(8), subtasks - row.GetInt32(10), done - row.GetInt32(12));
        var (steps, stepsDone) = (row.GetInt16(13), row.GetInt16(14));
        (string Field, int From, int To)[] fields =
        [
            ("commentCount", commentsBefore, comments),
            ("subtaskCount", subtasksBefore, subtasks),
            ("subtaskDoneCount", doneBefore, done),
            ("progress", TaskItem.ProgressOf(isDone, steps + subtasksBefore, stepsDone + doneBefore), TaskItem.ProgressOf(isDone, steps + subtasks, stepsDone + done)),
        ];
        return new TaskCounts(row.GetGuid(1), row.GetGuid(2), row.GetGuid(3), row.GetInt64(4), [.. fields.Where(f => f.From != f.To)])
        {
            Version = row.GetInt64(5),
        };
    }
}
