namespace Waymark.Ledger.Faults;

/// <summary>A broker that goes; the product goes on without it.</summary>
internal static class BrokerFaults
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(20);

    public static async Task KillAsync(LedgerWorld world, Random random)
    {
        await world.Broker!.KillAsync();
        await world.Broker.RunAsync();
    }

    public static async Task StayAwayAsync(LedgerWorld world, Random random)
    {
        await world.Broker!.KillAsync();
        await Task.Delay(Away);
        await world.Broker.RunAsync();
    }
}
