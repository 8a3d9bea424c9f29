using Waymark.Platform.Messaging;

namespace Waymark.Ledger.Probe;

/// <summary>Counts events many at a time.</summary>
internal sealed class CountMany(ProbeDbContext db) : IEventBatchHandler
{
    public const string Consumer = "probe.count-many";

    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        Signs.Begin(Consumer, [.. events.Select(e => e.Context.Id)]);
        await db.CountAsync(Consumer, [.. events.Select(e => e.Context)], ct);
    }
}
