using Waymark.Contracts.Operations;

namespace Waymark.Operations.DeadLetters;

/// <summary>
/// Carries acts on dead letters through so that each is recorded: written down, performed in the services' databases, then
/// published with what it really did. <see cref="CompleteActs"/> finishes what a crash has left in between.
/// </summary>
internal sealed class LetterActs(OperationsDbContext db, DeadLetterBox box)
{
    /// <summary>Writes down what somebody is about to do.</summary>
    public async Task<LetterAct> BeginAsync(
        LetterActKind kind, Caller caller, IReadOnlyList<(string Service, Guid Id)> letters, string? reason, bool force, CancellationToken ct)
    {
        var act = new LetterAct
        {
            Id = Guid.CreateVersion7(db.Scope.Now),
            Kind = kind,
            ActorId = caller.Id,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            IsForced = force,
            Services = [.. letters.Select(l => l.Service)],
            LetterIds = [.. letters.Select(l => l.Id)],
            BegunAt = db.Scope.Now,
        };
        db.Acts.Add(act);
        await db.SaveChangesAsync(ct);
        return act;
    }

    /// <summary>Replays or discards the letters of an act that are still open.</summary>
    /// <returns>Those that were.</returns>
    public Task<List<DeadLetterReference>> PerformAsync(LetterAct act, CancellationToken ct)
    {
        var mark = new DeadLetterAct(act.Id, act.ActorId.ToString());
        return InEachAsync(act, (service, ids) => act.Kind == LetterActKind.Replay
            ? box.ReplayAsync(service, ids, mark, act.IsForced, ct)
            : box.DiscardAsync(service, ids, mark, act.Reason!, ct));
    }

    /// <summary>What an act has done whose process did not come to say so.</summary>
    public Task<List<DeadLetterReference>> DoneAsync(LetterAct act, CancellationToken ct) =>
        InEachAsync(act, (service, ids) => box.DealtWithAsync(service, ids, act.Id, ct));

    /// <summary>Ends an act with the next save: its row goes, and what it did is published.</summary>
    public void Close(LetterAct act, IReadOnlyList<DeadLetterReference> done)
    {
        db.Acts.Remove(act);
        if (done.Count > 0)
        {
            db.Publish(act, act.Kind switch
            {
                LetterActKind.Replay => new DeadLetterReplayed(done, act.Reason, act.IsForced),
                LetterActKind.Discard => new DeadLetterDiscarded(done, act.Reason!),
                _ => new DeadLetterInspected(done[0]),
            });
        }
    }

    private static async Task<List<DeadLetterReference>> InEachAsync(LetterAct act, Func<string, Guid[], Task<List<DeadLetterMark>>> perform)
    {
        var done = await Task.WhenAll(act.LettersByService().Select(async letters =>
            (await perform(letters.Key, [.. letters])).ConvertAll(l => ReferenceOf(letters.Key, l))));
        return [.. done.SelectMany(d => d)];
    }

    private static DeadLetterReference ReferenceOf(string service, DeadLetterMark l) =>
        new(service, l.Id, l.MessageId, l.Consumer.Length == 0 ? null : l.Consumer, l.Type);
}
