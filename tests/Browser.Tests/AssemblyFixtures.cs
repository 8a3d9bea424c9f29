using Waymark.Browser.Tests.Browsing;

[assembly: AssemblyFixture(typeof(RunningProduct))]
[assembly: AssemblyFixture(typeof(ExampleCompany))]
// A browser, a host and a database share the machine: side by side the journeys would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
