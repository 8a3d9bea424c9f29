using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts;
using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Sagas;

/// <summary>What becomes of a saga whose step did not get its answers in time.</summary>
public enum LateStep
{
    /// <summary>It stands still where everybody sees it; late answers or a <c>Resume</c> let it go on.</summary>
    IsStuck,

    /// <summary>It has failed: what was done is undone.</summary>
    Fails,
}

/// <summary>A workflow over several services as its steps in their order. Made once; <see cref="SagaPlan{TSaga, TState}"/> makes it.</summary>
public abstract class SagaPlan
{
    private protected SagaPlan(string type) => Type = type;

    /// <summary>The name under which its rows stand, <c>account-erasure</c>; never changed.</summary>
    public string Type { get; }

    /// <summary>The records of all events that it waits for.</summary>
    public abstract IEnumerable<Type> Events { get; }

    internal abstract IReadOnlyList<SagaStep> Steps { get; }

    internal abstract Type Class { get; }

    internal bool IsUndoable => Steps.Any(s => s.HasUndo);

    internal SagaStep? Find(string step) => Steps.FirstOrDefault(s => string.Equals(s.Name, step, StringComparison.Ordinal));

    /// <summary>The step behind a step; null behind the last.</summary>
    internal SagaStep? After(SagaStep step) => Steps.SkipWhile(s => s != step).Skip(1).FirstOrDefault();

    /// <summary>The key of the saga that an event is for.</summary>
    internal abstract string KeyOf(IEvent e);

    /// <summary>Acts, or undoes; answers why the saga cannot go on, or null.</summary>
    internal abstract Task<string?> ActAsync(SagaRow row, SagaStep step, bool isUndo, ServiceDbContext db, IServiceProvider provider, CancellationToken ct);

    /// <summary>Lets the state take what an event tells; answers why the saga cannot go on, or null.</summary>
    internal abstract string? Take(SagaRow row, IEvent e, ServiceDbContext db);
}

/// <summary>A step as the runner sees it.</summary>
internal abstract class SagaStep(string name)
{
    public string Name { get; } = name;

    public abstract IEnumerable<string> Awaited { get; }

    public abstract bool HasUndo { get; }

    public TimeSpan? Limit { get; set; }

    public LateStep Late { get; set; }

    public IEnumerable<string> Missing(SagaRow row) => Awaited.Except(row.Received, StringComparer.Ordinal);
}

/// <summary>Makes a plan: each step with what it does, what it waits for and how it is undone.</summary>
/// <typeparam name="TSaga">The class whose methods act; made in the scope of each step, with the service's context in it.</typeparam>
/// <typeparam name="TState">What the saga remembers.</typeparam>
/// <param name="type">The name under which its rows stand.</param>
/// <param name="json">The generated shape of the state.</param>
public sealed class SagaPlan<TSaga, TState>(string type, JsonTypeInfo<TState> json) : SagaPlan(type)
    where TSaga : class
    where TState : class
{
    private readonly List<Typed> _steps = [];
    private readonly Dictionary<Type, Waiting> _events = [];

    /// <inheritdoc />
    public override IEnumerable<Type> Events => _events.Keys;

    internal override IReadOnlyList<SagaStep> Steps => _steps;

    internal override Type Class => typeof(TSaga);

    /// <summary>Adds a step; <paramref name="act"/> runs in one transaction with the saga's row.</summary>
    public SagaPlan<TSaga, TState> Step(string name, Func<TSaga, SagaRun<TState>, CancellationToken, Task> act)
    {
        _steps.Add(new Typed(name, act));
        return this;
    }

    /// <summary>Adds a step that only publishes.</summary>
    public SagaPlan<TSaga, TState> Step(string name, Action<SagaRun<TState>> act) => Step(name, (_, run, _) =>
    {
        act(run);
        return Task.CompletedTask;
    });

    /// <summary>The last step added is not done before this event has come.</summary>
    /// <param name="keyOf">The key of the saga that an event is for.</param>
    /// <param name="take">Lets the state take what it tells; may also <see cref="SagaRun{TState}.Fail"/>.</param>
    public SagaPlan<TSaga, TState> Awaits<TEvent>(Func<TEvent, string> keyOf, Action<SagaRun<TState>, TEvent>? take = null)
        where TEvent : IEvent
    {
        var name = EventCatalog.Of(typeof(TEvent)).Name;
        _steps[^1].Names.Add(name);
        _events.Add(typeof(TEvent), new Waiting(name, e => keyOf((TEvent)e), (run, e) => take?.Invoke(run, (TEvent)e)));
        return this;
    }

    /// <summary>How long the last step added waits for its events, by the database's clock.</summary>
    public SagaPlan<TSaga, TState> Within(TimeSpan limit, LateStep late = LateStep.IsStuck)
    {
        (_steps[^1].Limit, _steps[^1].Late) = (limit, late);
        return this;
    }

    /// <summary>
    /// How the last step added is undone when a later one fails. It must bear that the answers never came: the step counts as
    /// done once its own act has committed.
    /// </summary>
    public SagaPlan<TSaga, TState> UndoneBy(Func<TSaga, SagaRun<TState>, CancellationToken, Task> undo)
    {
        _steps[^1].Undo = undo;
        return this;
    }

    internal string Write(TState state) => JsonSerializer.Serialize(state, json);

    internal override string KeyOf(IEvent e) => _events[e.GetType()].KeyOf(e);

    internal override async Task<string?> ActAsync(
        SagaRow row, SagaStep step, bool isUndo, ServiceDbContext db, IServiceProvider provider, CancellationToken ct)
    {
        var typed = (Typed)step;
        if ((isUndo ? typed.Undo : typed.Act) is not { } act)
        {
            return null;
        }

        var run = Open(row, db);
        await act(provider.GetRequiredService<TSaga>(), run, ct);
        row.State = Write(run.State);
        return run.Failure;
    }

    internal override string? Take(SagaRow row, IEvent e, ServiceDbContext db)
    {
        var waiting = _events[e.GetType()];
        if (row.Received.Contains(waiting.Name))
        {
            return null;
        }

        var run = Open(row, db);
        waiting.Take(run, e);
        row.Received.Add(waiting.Name);
        row.State = Write(run.State);
        return run.Failure;
    }

    private SagaRun<TState> Open(SagaRow row, ServiceDbContext db) =>
        new(row.Id, row.Key, JsonSerializer.Deserialize(row.State, json)!, db);

    private sealed class Typed(string name, Func<TSaga, SagaRun<TState>, CancellationToken, Task> act) : SagaStep(name)
    {
        public Func<TSaga, SagaRun<TState>, CancellationToken, Task> Act { get; } = act;

        public Func<TSaga, SagaRun<TState>, CancellationToken, Task>? Undo { get; set; }

        public List<string> Names { get; } = [];

        public override IEnumerable<string> Awaited => Names;

        public override bool HasUndo => Undo is not null;
    }

    private sealed record Waiting(string Name, Func<IEvent, string> KeyOf, Action<SagaRun<TState>, IEvent> Take);
}
