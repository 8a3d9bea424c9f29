using Waymark.Contracts.Tasks;
using Waymark.Platform.Messaging;

namespace Waymark.Ledger.Probe;

/// <summary>Counts events one by one.</summary>
internal sealed class CountEach(ProbeDbContext db) : IEventHandler<TaskCreated>, IEventHandler<TaskUpdated>
{
    public const string Consumer = "probe.count-each";

    public Task HandleAsync(TaskCreated e, EventContext context, CancellationToken ct) => CountAsync(context, ct);

    public Task HandleAsync(TaskUpdated e, EventContext context, CancellationToken ct) => CountAsync(context, ct);

    private async Task CountAsync(EventContext context, CancellationToken ct)
    {
        Signs.Begin(Consumer, [context.Id]);
        await db.CountAsync(Consumer, [context], ct);
    }
}
