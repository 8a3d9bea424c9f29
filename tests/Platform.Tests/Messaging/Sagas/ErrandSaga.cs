using System.Text.Json.Serialization;
using Waymark.Contracts.Identity;
using Waymark.Contracts.Projects;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Platform.Tests.Messaging.Rig;

namespace Waymark.Platform.Tests.Messaging.Sagas;

/// <summary>What a saga of the tests remembers.</summary>
public sealed record ErrandState
{
    public List<string> Heard { get; init; } = [];
}

[JsonSerializable(typeof(ErrandState))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
public sealed partial class ErrandJson : JsonSerializerContext;

/// <summary>What a test makes steps do after their effect; nothing special by default.</summary>
public sealed class ErrandScript
{
    public Func<string, SourceDbContext, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether the other services answer what they are asked.</summary>
    public Func<string, bool> Answers { get; set; } = _ => true;
}

/// <summary>Three steps: one asks two others, one asks one, one asks nobody. Its effects are rows, so a doubled one is seen.</summary>
public sealed class Errand(SourceDbContext db, ErrandScript script)
{
    public static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    public static SagaPlan<Errand, ErrandState> Patient { get; } = Plan("patient", LateStep.IsStuck, isUndoable: true);

    public static SagaPlan<Errand, ErrandState> Strict { get; } = Plan("strict", LateStep.Fails, isUndoable: true);

    public static SagaPlan<Errand, ErrandState> Final { get; } = Plan("final", LateStep.IsStuck, isUndoable: false);

    /// <summary>The question of a step; the answers are events of labels whose id is the saga's key.</summary>
    public static LabelUpdated Question(string key, string name) => new(Guid.Parse(key), Guid.Parse(key), name, "#000000", Contracts.FieldChanges.None);

    private static SagaPlan<Errand, ErrandState> Plan(string type, LateStep late, bool isUndoable)
    {
        var plan = new SagaPlan<Errand, ErrandState>(type, ErrandJson.Default.ErrandState);
        plan.Step("first", (saga, run, ct) => saga.ActAsync("first", run, ct))
            .Awaits<LabelCreated>(e => e.LabelId.ToString(), (run, e) => Hear(run, e.Name))
            .Awaits<LabelDeleted>(e => e.LabelId.ToString(), (run, e) => Hear(run, e.Name))
            .Within(Limit, late);
        Undo(plan, "first");
        plan.Step("second", (saga, run, ct) => saga.ActAsync("second", run, ct))
            .Awaits<UserLoggedIn>(e => e.UserId.ToString(), (run, _) => Hear(run, "second"))
            .Within(Limit, late);
        Undo(plan, "second");
        plan.Step("third", (saga, run, ct) => saga.ActAsync("third", run, ct));
        Undo(plan, "third");
        return plan;

        void Undo(SagaPlan<Errand, ErrandState> steps, string name)
        {
            if (isUndoable)
                steps.UndoneBy((saga, run, ct) => saga.DoAsync("undo " + name, run, ct));
        }
    }

    private static void Hear(SagaRun<ErrandState> run, string name)
    {
        run.State.Heard.Add(name);
        if (name == "refused")
            run.Fail("It was refused.");
    }

    private async Task ActAsync(string step, SagaRun<ErrandState> run, CancellationToken ct)
    {
        await DoAsync(step, run, ct);
        run.Publish(Question(run.Key, step));
    }

    private async Task DoAsync(string what, SagaRun<ErrandState> run, CancellationToken ct)
    {
        db.Effects.Add(new Effect { Consumer = what, MessageId = run.Id, Key = run.Key, Version = 1 });
        await db.SaveChangesAsync(ct);
        await script.After(what, db);
    }
}

/// <summary>The service that is asked by two steps.</summary>
public sealed class AnswerHere(TargetDbContext db, ErrandScript script) : Waymark.Platform.Messaging.IEventHandler<LabelUpdated>
{
    public async Task HandleAsync(LabelUpdated e, Waymark.Platform.Messaging.EventContext context, CancellationToken ct)
    {
        if (!script.Answers("target " + e.Name))
            return;
        if (e.Name == "first")
            db.PublishAlone("answer", new LabelCreated(e.ProjectId, e.LabelId, "here", "#000000", Contracts.FieldChanges.None));
        else if (e.Name == "second")
            db.PublishAlone("answer", new UserLoggedIn(e.LabelId, e.LabelId));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The other one, asked by the first step only.</summary>
public sealed class AnswerThere(OtherDbContext db, ErrandScript script) : Waymark.Platform.Messaging.IEventHandler<LabelUpdated>
{
    public async Task HandleAsync(LabelUpdated e, Waymark.Platform.Messaging.EventContext context, CancellationToken ct)
    {
        if (e.Name == "first" && script.Answers("other first"))
            db.PublishAlone("answer", new LabelDeleted(e.ProjectId, e.LabelId, "there", "#000000", Contracts.FieldChanges.None));
        await db.SaveChangesAsync(ct);
    }
}
