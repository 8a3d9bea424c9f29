using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Waymark.Tasks.Trash;

/// <summary>
/// Erases tasks that have been in the trash for 30 days, with their streams, a bounded batch at a time; an event tells whoever
/// keeps something of theirs. Any number of processes may do so at once: each takes other rows.
/// </summary>
internal sealed class EraseTrash(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EraseTrash> log) : RepeatedWork(clock, log)
{
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    private const int BatchSize = 100;

    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    /// <summary>Erases everything that is due; answers how many tasks that were.</summary>
    public async Task<int> EraseAsync(CancellationToken ct)
    {
        var all = 0;
        for (var last = BatchSize; last == BatchSize; all += last)
        {
            last = await EraseBatchAsync(ct);
        }

        return all;
    }

    protected override Task RunRoundAsync(CancellationToken ct) => EraseAsync(ct);

    private async Task<int> EraseBatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        await using var transaction = await db.BeginAsync(ct);
        var tasks = await db.Tasks
            .FromSql($"select * from task where deleted_at < {db.Scope.Now - Keep} order by deleted_at limit {BatchSize} for update skip locked")
            .ToListAsync(ct);
        tasks.ForEach(db.Erase);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return tasks.Count;
    }
}
