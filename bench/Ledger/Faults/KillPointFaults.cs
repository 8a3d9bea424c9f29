using Waymark.Ledger.Probe;
using Waymark.Platform.KillPoints;

namespace Waymark.Ledger.Faults;

/// <summary>Programs that die at the instant at which most is half done.</summary>
internal static class KillPointFaults
{
    private const string Prefix = "kill-point:";
    private const int Letters = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<Fault> All { get; } = [.. KillSwitch.Points.Select(p => For(p.Key, p.Value))];

    private static Fault For(string name, KillPoint point)
    {
        var fault = new Fault(Prefix + name, $"the program dies at {name}", scene => DieAsync(scene, name)) { Unit = "deaths", KillAt = name };
        return point switch
        {
            KillPoint.Migration => fault with { KillAt = null, Strike = CountDeath, Prepare = world => DieAtStartAsync(world, name) },
            KillPoint.BeforeAck or KillPoint.AfterAck => fault with { NeedsBroker = true },
            KillPoint.BeforeEffectCommit => fault with { Interrupts = true },
            KillPoint.DeadLetterMove => fault with { Strike = scene => BuryAsync(scene, name) },
            KillPoint.Replay => fault with { Strike = scene => ReplayAsync(scene, name) },
            _ => fault,
        };
    }

    /// <summary>Every start of the ledger's first host is on empty databases, so the first migration of any is the instant.</summary>
    private static async Task DieAtStartAsync(LedgerWorld world, string name)
    {
        if (!await world.DieAtStartAsync(name))
        {
            throw new LedgerException("The product became ready although it should have died while it migrated.");
        }
    }

    private static Task CountDeath(Scene scene)
    {
        scene.Struck = 1;
        return Task.CompletedTask;
    }

    private static Task DieAsync(Scene scene, string name)
    {
        scene.World.PutUp(name);
        return FallAsync(scene, name);
    }

    private static async Task BuryAsync(Scene scene, string name)
    {
        scene.World.PutUp(name);
        scene.Callers.Taint(Poison.Hopeless, Letters);
        await FallAsync(scene, name);
    }

    private static async Task ReplayAsync(Scene scene, string name)
    {
        await HandlerFaults.KillByPoisonAsync(scene, Letters);
        scene.World.PutUp(Signs.Healed);
        scene.World.PutUp(name);
        await scene.Callers.ReplayAsync();
        await FallAsync(scene, name);
        await scene.Callers.ReplayAsync();
    }

    private static async Task FallAsync(Scene scene, string name)
    {
        if (await scene.World.Host.ExitsAsync(Patience))
        {
            scene.Struck++;
        }

        scene.World.TakeDown(name);
        await scene.World.Host.EndAsync(LedgerWorld.Kill);
        await scene.World.StartAsync();
    }
}
