using Waymark.Testing.Brokers;

namespace Waymark.Ledger.Faults;

/// <summary>A way to the broker that breaks, or goes dead without anybody being told.</summary>
internal static class WireFaults
{
    private const int Cuts = 8;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public static async Task StallAsync(Scene scene, Direction direction)
    {
        scene.World.Wire!.Stall(direction);
        await BrokerFaults.AnswersGoOnAsync(scene, Silence);
        scene.World.Wire.Mend();
    }

    public static async Task CutAsync(Scene scene)
    {
        var wire = scene.World.Wire!;
        for (var i = 0; i < Cuts; i++)
        {
            var before = wire.Connections;
            wire.Cut();
            await Task.Delay(TimeSpan.FromSeconds(scene.Random.NextDouble()));
            wire.Mend();
            await Task.Delay(TimeSpan.FromSeconds(scene.Random.NextDouble()));
            scene.Struck += wire.Connections - before;
        }
    }
}
