using Waymark.Contracts.Tasks;
using Waymark.Platform.Messaging;

namespace Waymark.Ledger.Probe;

/// <summary>Counts new titles, and dies of those that are poisoned.</summary>
internal sealed class CountWary(ProbeDbContext db) : IEventHandler<TaskUpdated>
{
    public const string Consumer = "probe.count-wary";

    private const string Mark = "-poison-";
    private const int TwoGigabytes = int.MaxValue - 64;

    /// <summary>The same title with poison in it.</summary>
    public static string Taint(string title, Poison poison) => title + Mark + poison;

    /// <summary>The poison in a title.</summary>
    public static Poison? PoisonOf(string title) =>
        title.Split(Mark) is [_, var name] && Enum.TryParse<Poison>(name, out var poison) ? poison : null;

    public async Task HandleAsync(TaskUpdated e, EventContext context, CancellationToken ct)
    {
        Signs.Begin(Consumer, [context.Id]);
        if (PoisonOf(e.Task.Title) is { } poison)
        {
            Suffer(poison);
        }

        await db.CountAsync(Consumer, [context], ct);
    }

    private static void Suffer(Poison poison)
    {
        if (Signs.IsUp(Signs.Healed))
        {
            return;
        }

        switch (poison)
        {
            case Poison.Hopeless:
                throw new NotRetryableException("A title is poisoned.");
            case Poison.Crash:
                Environment.FailFast("A title is poisoned.");
                break;
            case Poison.Endless:
                var rest = new SpinWait();
                while (!Signs.IsUp(Signs.Healed))
                {
                    rest.SpinOnce();
                }

                break;
            case Poison.Greedy:
                GC.KeepAlive(GC.AllocateUninitializedArray<byte>(TwoGigabytes));
                break;
        }
    }
}
