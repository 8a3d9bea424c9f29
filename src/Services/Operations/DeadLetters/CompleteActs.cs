using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Waymark.Operations.DeadLetters;

/// <summary>
/// Publishes the acts whose process died between touching dead letters and telling of it. Any number of processes may look: the
/// row of an act goes once, and whoever comes second changes nothing.
/// </summary>
internal sealed partial class CompleteActs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CompleteActs> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>No request lives so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>One look; what is found is completed, each act in a scope of its own that speaks for whoever began it.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        List<Guid> left;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<OperationsDbContext>();
            var before = db.Scope.Now - Patience;
            left = await db.Acts.Where(a => a.BegunAt < before).OrderBy(a => a.BegunAt).Select(a => a.Id).Take(100).ToListAsync(ct);
        }

        foreach (var id in left)
        {
            await CompleteAsync(id, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CompleteAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(log, fault);
            }
        }
    }

    private async Task CompleteAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OperationsDbContext>();
        if (await db.Acts.FindAsync([id], ct) is not { } act)
        {
            return;
        }

        db.Scope.Request.ActorId = act.ActorId;
        var acts = scope.ServiceProvider.GetRequiredService<LetterActs>();
        acts.Close(act, await acts.DoneAsync(act, ct));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogTold(log, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The act {Id} was told of by somebody else meanwhile")]
    private static partial void LogTold(ILogger log, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Acts on dead letters could not be completed; it is tried again in a minute")]
    private static partial void LogFailure(ILogger log, Exception fault);
}
