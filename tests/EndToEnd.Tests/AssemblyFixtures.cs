using Waymark.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(RunningProduct))]
[assembly: ShowHostLogs]
// The tests share two cores with the programs that they start: side by side they would only wait for each other. But the
// ledger waits more than it works, for leases and for what comes back; beside it the others run.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, MaxParallelThreads = 2)]
