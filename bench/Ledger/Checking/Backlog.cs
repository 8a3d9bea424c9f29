using System.Diagnostics;

namespace Waymark.Ledger.Checking;

/// <summary>What waits on its way from a commit to its effects.</summary>
internal static class Backlog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Waits until nothing waits; later retries count as waiting.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> DrainAsync(LedgerWorld world)
    {
        var clock = Stopwatch.StartNew();
        while ((await ReadAsync(world)).Values.Sum() > 0)
        {
            if (clock.Elapsed > Patience)
            {
                break;
            }

            await Task.Delay(50);
        }

        return clock.Elapsed;
    }

    /// <summary>By service: events not handed over and deliveries not applied.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(LedgerWorld world)
    {
        var waiting = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var service in Waymark.Host.ServiceCatalog.All.Select(m => m.Name).Append(Probe.ProbeModule.ServiceName))
        {
            await using var database = world.DatabaseOf(service);
            await using var command = database.CreateCommand("select (select count(*) from msg.outbox) + (select count(*) from msg.delivery)");
            waiting[service] = (long)(await command.ExecuteScalarAsync())!;
        }

        return waiting;
    }
}
