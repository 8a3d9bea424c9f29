namespace Waymark.Ledger.Faults;

/// <summary>Processes that end, or stand still, without being asked.</summary>
internal static class ProcessFaults
{
    private const int Stop = 19;
    private const int Continue = 18;
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromSeconds(17);

    public static async Task KillHostAsync(LedgerWorld world, Random random)
    {
        await world.EndAsync(LedgerWorld.Kill);
        await world.StartAsync();
    }

    public static async Task StopHostAsync(LedgerWorld world, Random random)
    {
        await world.EndAsync(LedgerWorld.Terminate);
        await world.StartAsync();
    }

    public static async Task KillPostgresAsync(LedgerWorld world, Random random)
    {
        KillPostgres(world);
        await world.ReadyAsync();
    }

    public static async Task KillBothAsync(LedgerWorld world, Random random)
    {
        // The host first: a living one would start PostgreSQL again before it dies itself.
        LedgerWorld.Signal(world.HostId, Stop);
        KillPostgres(world);
        await world.EndAsync(LedgerWorld.Kill);
        await world.StartAsync();
    }

    public static async Task FreezeHostAsync(LedgerWorld world, Random random)
    {
        LedgerWorld.Signal(world.HostId, Stop);
        await Task.Delay(LongerThanALease);
        LedgerWorld.Signal(world.HostId, Continue);
        await world.ReadyAsync();
    }

    private static void KillPostgres(LedgerWorld world)
    {
        var postmaster = world.PostmasterId;
        var backends = LedgerWorld.ChildrenOf(postmaster);
        LedgerWorld.Signal(postmaster, LedgerWorld.Kill);
        foreach (var backend in backends)
        {
            LedgerWorld.Signal(backend, LedgerWorld.Kill);
        }
    }
}
