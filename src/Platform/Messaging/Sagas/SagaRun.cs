using Waymark.Contracts;
using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Sagas;

/// <summary>What a step sees of its saga while it acts. All of it commits with the saga's row or not at all.</summary>
/// <param name="id">The saga's id; events name it, so that their answers find back.</param>
/// <param name="key">What it is about.</param>
/// <param name="state">What it remembers between steps; changes are kept.</param>
/// <param name="db">The service's context, through which it publishes.</param>
public sealed class SagaRun<TState>(Guid id, string key, TState state, ServiceDbContext db)
    where TState : class
{
    /// <summary>The saga's id.</summary>
    public Guid Id { get; } = id;

    /// <summary>What it is about.</summary>
    public string Key { get; } = key;

    /// <summary>What it remembers between steps.</summary>
    public TState State { get; } = state;

    internal string? Failure { get; private set; }

    /// <summary>
    /// Puts an event into the outbox. It has a key of its own: an answer that fails at one consumer must not hold back the
    /// question that is asked again.
    /// </summary>
    public void Publish(IEvent e) => db.PublishAlone("saga", e);

    /// <summary>Says that the saga cannot go on: what was done is undone, the last step first.</summary>
    public void Fail(string reason) => Failure = reason;
}
