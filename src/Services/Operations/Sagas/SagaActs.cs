using Waymark.Contracts.Operations;
using Waymark.Platform.Messaging.Sagas;

namespace Waymark.Operations.Sagas;

/// <summary>Carries resumptions through so that each is recorded, as <see cref="DeadLetters.LetterActs"/> does for dead letters.</summary>
internal sealed class SagaActs(OperationsDbContext db, SagaBox box)
{
    /// <summary>Writes down what somebody is about to do.</summary>
    public async Task<SagaAct> BeginAsync(Caller caller, string service, SagaView saga, string? reason, CancellationToken ct)
    {
        var act = new SagaAct
        {
            Id = Guid.CreateVersion7(db.Scope.Now),
            ActorId = caller.Id,
            Service = service,
            SagaId = saga.Id,
            Type = saga.Type,
            Step = saga.Step,
            StuckBecause = saga.Reason,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            BegunAt = db.Scope.Now,
        };
        db.SagaActs.Add(act);
        await db.SaveChangesAsync(ct);
        return act;
    }

    /// <summary>Lets the saga go on.</summary>
    /// <returns>Whether it was still stuck.</returns>
    public Task<bool> PerformAsync(SagaAct act, CancellationToken ct) => box.ResumeAsync(act.Service, act.SagaId, act.Id, ct);

    /// <summary>What an act has done whose process did not come to say so.</summary>
    public Task<bool> WasDoneAsync(SagaAct act, CancellationToken ct) => box.WasResumedAsync(act.Service, act.SagaId, act.Id, ct);

    /// <summary>Ends an act with the next save: its row goes, and what it did is published.</summary>
    public void Close(SagaAct act, bool isDone)
    {
        db.SagaActs.Remove(act);
        if (isDone)
        {
            db.Publish(act, new SagaResumed(act.Service, act.SagaId, act.Type, act.Step, act.StuckBecause, act.Reason));
        }
    }
}
