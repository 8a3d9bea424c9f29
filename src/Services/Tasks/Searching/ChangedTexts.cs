using Npgsql;

namespace Waymark.Tasks.Searching;

/// <summary>The texts that were changed: a trigger has taken their grams away.</summary>
internal static class ChangedTexts
{
    /// <summary>
    /// Whoever changes a text waits here until the batch is committed, and then says that it has changed; so it is no older text that
    /// is read behind this lock. Another process takes others.
    /// </summary>
    private const string Take = "select task_id from task_text where grams is null order by project_id, task_id limit $1 for update skip locked";

    private const string Read = "select id, project_id, number, title, description from task where id = any($1)";

    private const string Keep = "update task_text set grams = $2 where task_id = $1";

    /// <summary>Adds to the transaction's batch what indexes at most so many; answers how many that are.</summary>
    public static async Task<int> IndexAsync(TasksDbContext db, int atMost, CancellationToken ct)
    {
        var taken = await TakeAsync(db, atMost, ct);
        if (taken.Count > 0)
        {
            await KeepGramsAsync(db, taken, ct);
        }

        return taken.Count;
    }

    private static async Task<List<Guid>> TakeAsync(TasksDbContext db, int atMost, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Take, ct);
        command.Parameters.With(atMost);
        await using var row = await command.ExecuteReaderAsync(ct);
        var taken = new List<Guid>();
        while (await row.ReadAsync(ct))
        {
            taken.Add(row.GetGuid(0));
        }

        return taken;
    }

    private static async Task KeepGramsAsync(TasksDbContext db, List<Guid> taskIds, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Read, ct);
        command.Parameters.With(taskIds.ToArray());
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var keep = new NpgsqlBatchCommand(Keep);
            keep.Parameters.With(row.GetGuid(0)).With(TextGrams.Of(row.GetGuid(1), row.GetInt32(2), row.GetString(3), row.GetString(4)));
            db.Add(keep);
        }
    }
}
