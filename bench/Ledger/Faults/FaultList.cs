using System.Collections.Immutable;

namespace Waymark.Ledger.Faults;

/// <summary>Every fault that can be named.</summary>
internal static class FaultList
{
    /// <summary>Stands for every fault that does not take minutes.</summary>
    public const string Everything = "all";

    /// <summary>Stands for every kill point.</summary>
    public const string KillPoints = "kill-points";

    private static readonly ImmutableDictionary<string, string> LittleMemory =
        ImmutableDictionary<string, string>.Empty.Add("DOTNET_GCHeapHardLimit", "0x40000000");

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("none", "nothing: the load alone", _ => Task.CompletedTask),
        new("kill-host", "kill -9 of the program, started again", ProcessFaults.KillHostAsync) { Interrupts = true },
        new("kill-postgres", "kill -9 of PostgreSQL with all of its backends; the program starts it again", ProcessFaults.KillPostgresAsync) { Interrupts = true },
        new("kill-both", "kill -9 of the program and of PostgreSQL, started again", ProcessFaults.KillBothAsync) { Interrupts = true },
        new("kill-broker", "kill -9 of RabbitMQ, started again", BrokerFaults.KillAsync) { NeedsBroker = true },
        .. KillPointFaults.All,
        new("stop-host", "SIGTERM of the program, started again", ProcessFaults.StopHostAsync),
        new("freeze-host", "SIGSTOP of the program for longer than its leases last, then SIGCONT", ProcessFaults.FreezeHostAsync),
        new("freeze-owner", "SIGSTOP of one of two programs until the other holds its lanes, then SIGCONT", ProcessFaults.FreezeOwnerAsync)
            { NeedsTwoHosts = true, Unit = "lanes taken over" },
        new("terminate-backends", "a third of the connections to PostgreSQL ended every half second, for five seconds", DatabaseFaults.TerminateBackendsAsync) { Interrupts = true },
        new("exhaust-connections", "every connection to PostgreSQL taken for five seconds", DatabaseFaults.ExhaustConnectionsAsync) { Unit = "connections held" },
        new("open-transaction", "writing transactions left open for five seconds, in the tasks' database and in another one", DatabaseFaults.LeaveTransactionsOpenAsync),
        new("stall-postgres", "PostgreSQL silent for eight seconds while its connections stand", DatabaseFaults.StallAsync) { Unit = "processes silent" },
        new("broker-away", "RabbitMQ away for twenty seconds", BrokerFaults.StayAwayAsync) { NeedsBroker = true, Unit = "events that waited" },
        new("broker-away-5m", "RabbitMQ away for five minutes", BrokerFaults.StayAwayLongAsync) { NeedsBroker = true, IsLong = true, Unit = "events that waited" },
        new("stall-broker", "the way to RabbitMQ silent for fifteen seconds while its connections stand", s => WireFaults.StallAsync(s, Testing.Brokers.Direction.Both))
            { NeedsBroker = true, NeedsWire = true, Unit = "events that waited" },
        new("deaf-broker", "the same in one direction: what RabbitMQ says does not arrive", s => WireFaults.StallAsync(s, Testing.Brokers.Direction.Back))
            { NeedsBroker = true, NeedsWire = true, Unit = "events that waited" },
        new("cut-broker", "connections to RabbitMQ reset every second, for eight seconds", WireFaults.CutAsync) { NeedsBroker = true, NeedsWire = true, Unit = "connections reset" },
        new("close-connections", "an administrator closes every connection to RabbitMQ, three times", BrokerFaults.CloseConnectionsAsync) { NeedsBroker = true, Unit = "times" },
        new("disk-alarm", "RabbitMQ short of disk, so that it takes nothing, for ten seconds", BrokerFaults.AlarmAsync) { NeedsBroker = true, Unit = "events that waited" },
        new("duplicates", "every event published three times more, at random moments", EchoFaults.RepeatAsync) { Unit = "events published again" },
        new("shuffle", "events shuffled among fifty between exchange and queues", ShuffleFaults.ShuffleAsync) { NeedsBroker = true, Reorders = true, Unit = "events passed by later ones" },
        new("slow-consumer", "a handler that takes two seconds for each event, for ten seconds", HandlerFaults.DawdleAsync) { Unit = "events that waited" },
        new("poison", "events that can never be applied, whose handler never ends, or wants 2 GB", HandlerFaults.PoisonAsync) { Variables = LittleMemory, Unit = "events that failed" },
        new("crash-loop", "an event whose handler takes the program down each time", HandlerFaults.CrashAsync) { Interrupts = true, Unit = "crashes" },
        new("replay", "dead letters replayed by two administrators at once", HandlerFaults.ReplayAsync) { Unit = "dead letters replayed" },
    ];

    /// <summary>The faults of a name.</summary>
    /// <exception cref="LedgerException">There is none.</exception>
    public static IReadOnlyList<Fault> Named(string name) => name switch
    {
        Everything => [.. All.Where(f => !f.IsLong)],
        KillPoints => KillPointFaults.All,
        _ when All.FirstOrDefault(f => f.Name == name) is { } fault => [fault],
        _ => throw new LedgerException($"There is no fault '{name}'; there are {string.Join(", ", All.Select(f => f.Name))}, {KillPoints} and {Everything}."),
    };
}
