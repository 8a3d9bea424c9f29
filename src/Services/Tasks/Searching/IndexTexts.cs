using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Waymark.Tasks.Searching;

/// <summary>
/// Indexes the texts of large projects behind those who write them, a bounded batch at a time. A search looks through what waits here
/// itself, so it never misses what was written a moment ago, and this can leave the database to those who wait for it three quarters
/// of the time. Any number of processes may index at once: each takes other rows.
/// </summary>
internal sealed class IndexTexts(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IndexTexts> log) : RepeatedWork(clock, log)
{
    private const int BatchSize = 100;
    private const int RestsPerBatch = 3;

    /// <summary>
    /// Whoever changes a text waits here until the batch is committed, and then says that it has changed; so it is no older text that
    /// is read behind this lock.
    /// </summary>
    private const string Take = "select task_id from task_text where grams is null order by project_id, task_id limit $1 for update skip locked";

    private const string Read = "select id, project_id, number, title, description from task where id = any($1)";

    private const string Keep = "update task_text set grams = $2 where task_id = $1";

    protected override TimeSpan Interval => TimeSpan.FromSeconds(5);

    /// <summary>Indexes everything that is not; answers how many texts that were.</summary>
    /// <param name="restsPerBatch">How much longer than a batch took it rests behind it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<int> IndexAsync(int restsPerBatch, CancellationToken ct)
    {
        var all = 0;
        for (var last = BatchSize; last == BatchSize; all += last)
        {
            var start = Clock.GetTimestamp();
            last = await IndexBatchAsync(ct);
            await Task.Delay(Clock.GetElapsedTime(start) * restsPerBatch, Clock, ct);
        }

        return all;
    }

    protected override Task RunRoundAsync(CancellationToken ct) => IndexAsync(RestsPerBatch, ct);

    private async Task<int> IndexBatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        await using var transaction = await db.BeginAsync(ct);
        var taken = await TakeAsync(db, ct);
        if (taken.Count > 0)
        {
            await KeepGramsAsync(db, taken, ct);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return taken.Count;
    }

    private static async Task<List<Guid>> TakeAsync(TasksDbContext db, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Take, ct);
        command.Parameters.With(BatchSize);
        await using var row = await command.ExecuteReaderAsync(ct);
        var taken = new List<Guid>(BatchSize);
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
