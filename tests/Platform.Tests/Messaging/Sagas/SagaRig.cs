using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts;
using Waymark.Contracts.Projects;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging.Sagas;

/// <summary>A rig whose source service runs one errand, which the two others answer.</summary>
internal sealed class SagaRig : IAsyncDisposable
{
    private static readonly TimeSpan[] AtOnce = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero];

    private readonly MessagingRig _rig;
    private readonly SagaPlan<Errand, ErrandState> _plan;

    private SagaRig(MessagingRig rig, ErrandScript script, SagaPlan<Errand, ErrandState> plan) => (_rig, Script, _plan) = (rig, script, plan);

    public ErrandScript Script { get; }

    public SagaBox Box => _rig.Services.GetRequiredService<SagaBox>();

    /// <summary>A started rig.</summary>
    public static async Task<SagaRig> StartAsync(TestPostgres postgres, SagaPlan<Errand, ErrandState> plan)
    {
        var script = new ErrandScript();
        var (source, target, other) = (new Subscriptions("source"), new Subscriptions("target"), new Subscriptions("other"));
        source.Saga<SourceDbContext>(plan);
        target.On<LabelUpdated, AnswerHere>();
        other.On<LabelUpdated, AnswerThere>();
        var options = new MessagingOptions { SagaRetries = AtOnce, RetrySchedule = AtOnce };
        var rig = await MessagingRig.CreateAsync(postgres, services => services.AddSingleton(script), options, catalogue: [source, target, other]);
        await rig.StartAsync();
        return new SagaRig(rig, script, plan);
    }

    /// <summary>Begins an errand.</summary>
    public async Task<Guid> BeginAsync(Guid? key = null)
    {
        await using var db = _rig.Source();
        await using var transaction = await db.BeginAsync(CancellationToken.None);
        var id = await db.BeginSagaAsync(_plan, (key ?? Guid.CreateVersion7()).ToString(), new ErrandState(), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return id ?? Guid.Empty;
    }

    /// <summary>Publishes an event from the source, for what no service answers.</summary>
    public async Task PublishAsync(params IEvent[] events)
    {
        await using var db = _rig.Source();
        foreach (var e in events)
            db.PublishAlone("answer", e);
        await db.SaveChangesAsync();
    }

    public async Task<SagaView> FindAsync(Guid id) => (await Box.FindAsync("source", id, CancellationToken.None))!;

    public Task<SagaView> UntilAsync(Guid id, Func<SagaView, bool> holds) => Eventually.GetAsync(() => FindAsync(id), holds);

    public Task<SagaView> UntilAsync(Guid id, SagaStatus status) => UntilAsync(id, s => s.Status == status);

    /// <summary>
    /// Lets the time of the step at hand be over, once that step has acted and waits for its answers; until then it is due at once,
    /// and acting would give it its time anew.
    /// </summary>
    public Task LetTimePassAsync(Guid id) => Eventually.GetAsync(
        () => _rig.AskAsync<long>(
            "source",
            "with late as (update msg.saga set due_at = now() where id = $1 and due_at > now() + interval '1 minute' returning 1) select count(*) from late",
            id),
        late => late == 1);

    /// <summary>Waits until the source has worked off what was published.</summary>
    public Task UntilHeardAsync() => _rig.UntilAskedAsync("source", 0L, "select (select count(*) from msg.outbox) + (select count(*) from msg.delivery)");

    /// <summary>What the steps and their undoing have done, in order.</summary>
    public async Task DidAsync(Guid id, params string[] expected) => Assert.Equal(
        expected, await _rig.AskAsync<string[]>("source", "select coalesce(array_agg(consumer order by id), '{}') from effects where message_id = $1", id));

    public Task<long> DeadLettersAsync() => _rig.AskAsync<long>("source", "select count(*) from msg.dead_letter");

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
