using Waymark.Contracts.Tasks;
using Waymark.Platform.Messaging;

namespace Waymark.Ledger.Probe;

/// <summary>Counts new tasks, and takes its time while it is told to.</summary>
internal sealed class CountSlow(ProbeDbContext db) : IEventHandler<TaskCreated>
{
    public const string Consumer = "probe.count-slow";

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    public async Task HandleAsync(TaskCreated e, EventContext context, CancellationToken ct)
    {
        Signs.Begin(Consumer, [context.Id]);
        if (Signs.IsUp(Signs.Slow))
        {
            await Task.Delay(Slow, ct);
        }

        await db.CountAsync(Consumer, [context], ct);
    }
}
