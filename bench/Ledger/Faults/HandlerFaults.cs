using System.Diagnostics;
using Waymark.Ledger.Probe;

namespace Waymark.Ledger.Faults;

/// <summary>Handlers that fail, dawdle, or take the program down.</summary>
internal static class HandlerFaults
{
    private const int Letters = 20;

    /// <summary>One that nobody could foresee, and the five that are counted.</summary>
    private const int MostCrashes = 6;

    private const string OpenLetters = "select count(*) from msg.dead_letter where state = 0";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Crashing = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Dawdling = TimeSpan.FromSeconds(10);

    public static async Task DawdleAsync(Scene scene)
    {
        scene.World.PutUp(Signs.Slow);
        await Task.Delay(Dawdling);
        scene.Struck = await WaitingAsync(scene, $"consumer = '{CountSlow.Consumer}'");
        var others = await WaitingAsync(scene, $"consumer <> '{CountSlow.Consumer}'");
        if (others > scene.Struck)
        {
            scene.Faults.Add($"{others} events wait for the others while {scene.Struck} wait for the slow consumer.");
        }

        scene.World.TakeDown(Signs.Slow);
    }

    public static async Task PoisonAsync(Scene scene)
    {
        await KillByPoisonAsync(scene, Letters);
        scene.Callers.Taint(Poison.Endless, 1);
        scene.Callers.Taint(Poison.Greedy, 1);
        // Each has failed at least once, and stands in nobody's way, before it is healed.
        if (!await LedgerWorld.UntilAsync(async () => await WaitingAsync(scene, "attempts > 0") == 2, Patience))
        {
            scene.Faults.Add("What fails is not tried again later.");
        }

        scene.Struck = await WaitingAsync(scene, "attempts > 0") + await scene.World.CountAsync(ProbeModule.ServiceName, OpenLetters);
        scene.World.PutUp(Signs.Healed);
    }

    /// <summary>The program is started again each time, as an operating system would, until it stays.</summary>
    public static async Task CrashAsync(Scene scene)
    {
        scene.Callers.Taint(Poison.Crash, 1);
        var clock = Stopwatch.StartNew();
        while (scene.Struck <= MostCrashes && clock.Elapsed < Crashing)
        {
            if (await scene.World.Host.ExitsAsync(Glance))
            {
                scene.Struck++;
                await scene.World.TryStartAsync();
            }
            else if (scene.Struck > 0 && await scene.World.CountAsync(ProbeModule.ServiceName, OpenLetters) > 0)
            {
                return;
            }
        }

        scene.Faults.Add($"After {scene.Struck} crashes the event that causes them is not in the dead letters.");
    }

    public static async Task ReplayAsync(Scene scene)
    {
        await KillByPoisonAsync(scene, Letters);
        var letters = await scene.World.CountAsync(ProbeModule.ServiceName, OpenLetters);
        scene.World.PutUp(Signs.Healed);
        var replayed = await Task.WhenAll(scene.Callers.ReplayAsync(), scene.Callers.ReplayAsync());
        scene.Struck = replayed.Sum();
        if (scene.Struck < letters)
        {
            scene.Faults.Add($"{letters} dead letters stood open, {scene.Struck} were replayed.");
        }

        if (await scene.World.CountAsync(ProbeModule.ServiceName, OpenLetters) is > 0 and var left)
        {
            scene.Faults.Add($"{left} dead letters still stand open.");
        }
    }

    /// <summary>Lets so many events die, and waits until they have.</summary>
    public static async Task KillByPoisonAsync(Scene scene, int events)
    {
        scene.Callers.Taint(Poison.Hopeless, events);
        if (!await LedgerWorld.UntilAsync(async () => await scene.World.CountAsync(ProbeModule.ServiceName, OpenLetters) >= events, Patience))
        {
            scene.Faults.Add("What can never be applied does not stand in the dead letters.");
        }
    }

    private static Task<long> WaitingAsync(Scene scene, string where) =>
        scene.World.CountAsync(ProbeModule.ServiceName, $"select count(*) from msg.delivery where {where}");
}
