using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Waymark.Tasks.Searching;

/// <summary>
/// Indexes the texts of large projects behind those who write them, a bounded batch at a time. A search looks through what waits here
/// itself, so it never misses what was written a moment ago, and this can leave the database to those who wait for it nine tenths of
/// the time. Any number of processes may do it at once.
/// </summary>
internal sealed class IndexTexts(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IndexTexts> log) : RepeatedWork(clock, log)
{
    private const int BatchSize = 100;
    private const int RestsPerBatch = 9;

    protected override TimeSpan Interval => TimeSpan.FromSeconds(5);

    /// <summary>Indexes everything that is not; answers how many texts that were.</summary>
    /// <param name="restsPerBatch">How much longer than a batch took it rests behind it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<int> IndexAsync(int restsPerBatch, CancellationToken ct)
    {
        var all = 0;
        int last;
        do
        {
            var start = Clock.GetTimestamp();
            last = await IndexBatchAsync(ct);
            all += last;
            await Task.Delay(Clock.GetElapsedTime(start) * restsPerBatch, Clock, ct);
        }
        while (last > 0);

        return all;
    }

    protected override Task RunRoundAsync(CancellationToken ct) => IndexAsync(RestsPerBatch, ct);

    private async Task<int> IndexBatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        await using var transaction = await db.BeginAsync(ct);
        var changed = await ChangedTexts.IndexAsync(db, BatchSize, ct);
        var made = changed < BatchSize ? await NewTexts.IndexAsync(db, BatchSize - changed, ct) : 0;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return changed + made;
    }
}
