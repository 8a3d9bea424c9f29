using System.Diagnostics;

namespace Waymark.Ledger.Checking;

/// <summary>What waits on its way from a commit to its effects.</summary>
internal static class Backlog
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Waits until nothing waits; later retries count as waiting.</summary>
    public static async Task DrainAsync(LedgerWorld world)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(50))
        {
            // What left the broker's queues between two looks stands in the databases at the second.
            if (await IsStoredAsync(world) && await InBrokerAsync(world) == 0 && await IsStoredAsync(world))
            {
                return;
            }
        }
    }

    /// <summary>By service: events not handed over and deliveries not applied; and what stands in the broker's queues.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(LedgerWorld world)
    {
        var waiting = await InDatabasesAsync(world);
        waiting["the broker"] = await InBrokerAsync(world);
        return waiting;
    }

    private static async Task<bool> IsStoredAsync(LedgerWorld world) => (await InDatabasesAsync(world)).Values.All(count => count == 0);

    private static async Task<long> InBrokerAsync(LedgerWorld world) => world.Broker is { } broker ? await broker.CountMessagesAsync() : 0;

    private static async Task<Dictionary<string, long>> InDatabasesAsync(LedgerWorld world)
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
