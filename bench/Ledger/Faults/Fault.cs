namespace Waymark.Ledger.Faults;

/// <summary>Something that goes wrong while the load runs.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Summary">What happens, for the report.</param>
/// <param name="Strike">Does it; returns when what was taken away is back.</param>
internal sealed record Fault(string Name, string Summary, Func<LedgerWorld, Random, Task> Strike)
{
    /// <summary>Whether handlers are interrupted, so that attempts beyond effects are due in some run.</summary>
    public bool Interrupts { get; init; }

    /// <summary>Whether it strikes a broker, so that it means nothing without one.</summary>
    public bool NeedsBroker { get; init; }

    /// <summary>Every fault that can be named.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("none", "nothing: the load alone", (_, _) => Task.CompletedTask),
        new("kill-host", "kill -9 of the host, started again", ProcessFaults.KillHostAsync) { Interrupts = true },
        new("kill-postgres", "kill -9 of PostgreSQL with all of its backends; the host starts it again", ProcessFaults.KillPostgresAsync) { Interrupts = true },
        new("kill-both", "kill -9 of the host and of PostgreSQL, started again", ProcessFaults.KillBothAsync) { Interrupts = true },
        new("stop-host", "SIGTERM of the host, started again", ProcessFaults.StopHostAsync),
        new("freeze-host", "SIGSTOP of the host for longer than its leases last, then SIGCONT", ProcessFaults.FreezeHostAsync),
        new("terminate-backends", "a third of the connections to PostgreSQL ended every half second, for five seconds", DatabaseFaults.TerminateBackendsAsync) { Interrupts = true },
        new("exhaust-connections", "every connection to PostgreSQL taken for five seconds", DatabaseFaults.ExhaustConnectionsAsync),
        new("kill-broker", "kill -9 of RabbitMQ, started again", BrokerFaults.KillAsync) { NeedsBroker = true },
        new("broker-away", "RabbitMQ away for twenty seconds", BrokerFaults.StayAwayAsync) { NeedsBroker = true },
        new("open-transaction", "writing transactions left open for five seconds, in the tasks' database and in another one", DatabaseFaults.LeaveTransactionsOpenAsync),
    ];

    /// <summary>The fault of a name.</summary>
    /// <exception cref="LedgerException">There is none.</exception>
    public static Fault Named(string name) =>
        All.FirstOrDefault(f => f.Name == name) ?? throw new LedgerException($"There is no fault '{name}'; there are {string.Join(", ", All.Select(f => f.Name))}.");
}
