using Waymark.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(RunningProduct))]
[assembly: ShowHostLogs]
// The tests share two cores with the programs that they start: side by side they would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
