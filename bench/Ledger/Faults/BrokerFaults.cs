namespace Waymark.Ledger.Faults;

/// <summary>A broker that goes or refuses; the product goes on without it.</summary>
internal static class BrokerFaults
{
    private const string Usual = "8MB";
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongAway = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    public static async Task KillAsync(Scene scene)
    {
        await scene.World.Broker!.KillAsync();
        await scene.World.Broker.RunAsync();
    }

    public static Task StayAwayAsync(Scene scene) => StayAwayAsync(scene, Away);

    public static Task StayAwayLongAsync(Scene scene) => StayAwayAsync(scene, LongAway);

    public static async Task CloseConnectionsAsync(Scene scene)
    {
        for (; scene.Struck < 3; scene.Struck++)
        {
            await scene.World.Broker!.ControlAsync("close_all_connections", "the ledger wants to see what happens");
            await Task.Delay(TimeSpan.FromSeconds(scene.Random.NextDouble()));
        }
    }

    public static async Task AlarmAsync(Scene scene)
    {
        await scene.World.Broker!.ControlAsync("set_disk_free_limit", "100000GB");
        await AnswersGoOnAsync(scene, Short);
        await scene.World.Broker.ControlAsync("set_disk_free_limit", Usual);
    }

    /// <summary>Waits while commands must be answered although their events go nowhere.</summary>
    public static async Task AnswersGoOnAsync(Scene scene, TimeSpan length)
    {
        var before = scene.Callers.History.Done;
        await Task.Delay(length);
        if (scene.Callers.History.Done == before)
        {
            scene.Faults.Add("No command was answered while events could not travel.");
        }

        scene.Struck = await scene.World.CountAsync("tasks", "select count(*) from msg.outbox");
    }

    private static async Task StayAwayAsync(Scene scene, TimeSpan length)
    {
        await scene.World.Broker!.KillAsync();
        await AnswersGoOnAsync(scene, length);
        await scene.World.Broker.RunAsync();
    }
}
