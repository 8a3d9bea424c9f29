using Waymark.Contracts.Projects;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.Tests.Messaging.Rig;

/// <summary>What a test makes handlers do before and after their effect; they do nothing special by default.</summary>
public sealed class RigScript
{
    private int _calls;

    public int Calls => _calls;

    public Func<string, ReceivedEvent, CancellationToken, Task> Before { get; set; } = (_, _, _) => Task.CompletedTask;

    public Func<string, RigDbContext, ReceivedEvent, Task> After { get; set; } = (_, _, _) => Task.CompletedTask;

    public async Task PlayAsync(string consumer, RigDbContext db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        Interlocked.Increment(ref _calls);
        foreach (var e in events)
        {
            await Before(consumer, e, ct);
            db.Effects.Add(new Effect
            {
                Consumer = consumer,
                MessageId = e.Context.Id,
                Key = e.Context.PartitionKey,
                Version = e.Context.KeyVersion,
            });
        }

        await db.SaveChangesAsync(ct);
        foreach (var e in events)
        {
            await After(consumer, db, e);
        }
    }
}

/// <summary>One event at a time in the target.</summary>
public sealed class RecordEach(TargetDbContext db, RigScript script) : IEventHandler<LabelUpdated>
{
    public const string Consumer = "target.record-each";

    public Task HandleAsync(LabelUpdated e, EventContext context, CancellationToken ct) =>
        script.PlayAsync(Consumer, db, [new ReceivedEvent(e, default, context)], ct);
}

/// <summary>Many at a time in the target.</summary>
public sealed class RecordMany(TargetDbContext db, RigScript script) : IEventBatchHandler
{
    public const string Consumer = "target.record-many";

    public Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct) => script.PlayAsync(Consumer, db, events, ct);
}

/// <summary>One at a time in the other service.</summary>
public sealed class RecordElsewhere(OtherDbContext db, RigScript script) : IEventHandler<LabelUpdated>
{
    public const string Consumer = "other.record-elsewhere";

    public Task HandleAsync(LabelUpdated e, EventContext context, CancellationToken ct) =>
        script.PlayAsync(Consumer, db, [new ReceivedEvent(e, default, context)], ct);
}
