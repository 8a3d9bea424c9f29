using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Sagas;

/// <summary>Begins sagas and declares them.</summary>
public static class SagaExtensions
{
    /// <summary>
    /// Begins a saga within the context's transaction (<see cref="ServiceDbContext.BeginAsync"/>, or that of an event's
    /// handler): its first step runs after the commit, for the one who acts now.
    /// </summary>
    /// <param name="db">The context of the service that runs the saga.</param>
    /// <param name="plan">Which saga.</param>
    /// <param name="key">What it is about: there is one of a type for each key.</param>
    /// <param name="state">What it knows from the start.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="id">The id that it shall have; a new one when none is given.</param>
    /// <returns>Its id; null when there is one for this key already.</returns>
    public static async Task<Guid?> BeginSagaAsync<TSaga, TState>(
        this ServiceDbContext db, SagaPlan<TSaga, TState> plan, string key, TState state, CancellationToken ct, Guid? id = null)
        where TSaga : class
        where TState : class
    {
        var own = id ?? Guid.CreateVersion7(db.Scope.Now);
        await using var insert = await db.CommandAsync("", ct);
        return await SagaStore.InsertAsync(insert, plan, key, own, plan.Write(state), db.Scope.Request, ct) ? own : null;
    }

    /// <summary>Lets the service run a saga, and subscribes to what it waits for.</summary>
    public static void Saga<TContext>(this Subscriptions events, SagaPlan plan)
        where TContext : ServiceDbContext
    {
        events.Add(plan);
        events.OnBatch<SagaEvents<TContext>>(plan.Events);
    }
}
