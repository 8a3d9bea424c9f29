namespace Waymark.Ledger.Faults;

/// <summary>Processes that end, or stand still, without being asked.</summary>
internal static class ProcessFaults
{
    private const int Stop = 19;
    private const int Continue = 18;
    private const int Lanes = 16;
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromSeconds(17);
    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(40);

    public static async Task KillHostAsync(Scene scene)
    {
        await scene.World.Host.EndAsync(LedgerWorld.Kill);
        await scene.World.StartAsync();
    }

    public static async Task StopHostAsync(Scene scene)
    {
        await scene.World.Host.EndAsync(LedgerWorld.Terminate);
        await scene.World.StartAsync();
    }

    public static async Task KillPostgresAsync(Scene scene)
    {
        KillPostgres(scene.World);
        await scene.World.Host.ReadyAsync();
    }

    public static async Task KillBothAsync(Scene scene)
    {
        // The host first: a living one would start PostgreSQL again before it dies itself.
        LedgerWorld.Signal(scene.World.Host.Id, Stop);
        KillPostgres(scene.World);
        await scene.World.Host.EndAsync(LedgerWorld.Kill);
        await scene.World.StartAsync();
    }

    public static async Task FreezeHostAsync(Scene scene)
    {
        LedgerWorld.Signal(scene.World.Host.Id, Stop);
        await Task.Delay(LongerThanALease);
        LedgerWorld.Signal(scene.World.Host.Id, Continue);
        await scene.World.Host.ReadyAsync();
    }

    /// <summary>
    /// The frozen program believes in its lanes when it wakes up; their epochs have moved on, so it takes nothing from them.
    /// </summary>
    public static async Task FreezeOwnerAsync(Scene scene)
    {
        var owner = Guid.Parse(await File.ReadAllTextAsync(Path.Combine(scene.World.Host.Folder, "instance-id")));
        Task<long> HeldByOthersAsync() =>
            scene.World.CountAsync("tasks", $"select count(*) from msg.lane_lease where owner <> '{owner}' and lease_until > now()");
        if (!await LedgerWorld.UntilAsync(async () => await HeldByOthersAsync() is > 0 and < Lanes, Takeover))
        {
            scene.Faults.Add("Two programs do not share the lanes.");
        }

        scene.Struck = Lanes - await HeldByOthersAsync();
        scene.World.Host.Signal(Stop);
        if (!await LedgerWorld.UntilAsync(async () => await HeldByOthersAsync() == Lanes, Takeover))
        {
            scene.Faults.Add("The lanes of a frozen program were not taken over.");
        }

        await Task.Delay(TimeSpan.FromSeconds(1 + (2 * scene.Random.NextDouble())));
        scene.World.Host.Signal(Continue);
        await scene.World.Host.ReadyAsync();
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
