using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Waymark.Operations.DeadLetters;
using Waymark.Operations.Sagas;

namespace Waymark.Operations;

/// <summary>
/// Publishes the acts whose process died between touching dead letters, or a saga, and telling of it. Any number of processes may look: the
/// row of an act goes once, and whoever comes second changes nothing.
/// </summary>
internal sealed partial class CompleteActs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CompleteActs> log) : RepeatedWork(clock, log)
{
    private const int AtOnce = 100;
    /// <summary>No request lives so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <summary>One look; what is found is completed, each act in a scope of its own that speaks for whoever began it.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        List<Guid> letters, sagas;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<OperationsDbContext>();
            var before = db.Scope.Now - Patience;
            letters = await db.Acts.Where(a => a.BegunAt < before).OrderBy(a => a.BegunAt).Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
            sagas = await db.SagaActs.Where(a => a.BegunAt < before).OrderBy(a => a.BegunAt).Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
        }

        foreach (var id in letters)
        {
            await CompleteAsync(id, db => db.Acts, a => a.ActorId, async (services, act) =>
            {
                var acts = services.GetRequiredService<LetterActs>();
                acts.Close(act, await acts.DoneAsync(act, ct));
            }, ct);
        }

        foreach (var id in sagas)
        {
            await CompleteAsync(id, db => db.SagaActs, a => a.ActorId, async (services, act) =>
            {
                var acts = services.GetRequiredService<SagaActs>();
                acts.Close(act, await acts.WasDoneAsync(act, ct));
            }, ct);
        }
    }

    protected override Task RunRoundAsync(CancellationToken ct) => CompleteAsync(ct);

    private async Task CompleteAsync<TAct>(
        Guid id, Func<OperationsDbContext, DbSet<TAct>> set, Func<TAct, Guid> actorOf, Func<IServiceProvider, TAct, Task> close, CancellationToken ct)
        where TAct : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OperationsDbContext>();
        if (await set(db).FindAsync([id], ct) is not { } act)
        {
            return;
        }

        db.Scope.Request.ActorId = actorOf(act);
        await close(scope.ServiceProvider, act);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogTold(Log, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The act {Id} was told of by somebody else meanwhile")]
    private static partial void LogTold(ILogger log, Guid id);
}
