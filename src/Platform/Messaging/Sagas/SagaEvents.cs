using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Sagas;

/// <summary>
/// Hands events to the sagas of one service that wait for them: inbox row and saga row commit together, so each event counts
/// once. An event may come before its step; one that comes before its saga is tried again like any that fails.
/// </summary>
internal sealed class SagaEvents<TContext>(TContext db, IEnumerable<LocalService> services, AfterCommit afterCommit) : IEventBatchHandler
    where TContext : ServiceDbContext
{
    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var local = services.Single(s => string.Equals(s.Name, db.Scope.Service, StringComparison.Ordinal));
        foreach (var received in events)
        {
            foreach (var plan in local.Sagas.Where(p => p.Events.Contains(received.Event.GetType())))
            {
                await TakeAsync(plan, received, ct);
            }
        }

        await db.SaveChangesAsync(ct);
        afterCommit.Do(local.SagaDue.Set);
    }

    private async Task TakeAsync(SagaPlan plan, ReceivedEvent received, CancellationToken ct)
    {
        var key = plan.KeyOf(received.Event);
        var row = await SagaStore.FindAsync(await db.CommandAsync("", ct), plan.Type, key, ct)
            ?? throw new InvalidOperationException($"{received.Context.Name} came for a saga {plan.Type} that has not begun.");
        if (row.Status != SagaStatus.Running)
        {
            // It has ended, or undoes what was done; no answer changes that.
            return;
        }

        db.Scope.Request.ActorId = row.ActorId;
        if (plan.Take(row, received.Event, db) is { } failure)
        {
            SagaCourse.Fail(row, failure);
        }
        else
        {
            SagaCourse.Received(plan, row);
        }

        await SagaStore.UpdateAsync(await db.CommandAsync("", ct), row, ct);
    }
}
