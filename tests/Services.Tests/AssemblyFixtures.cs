using Waymark.Services.Tests;

[assembly: AssemblyFixture(typeof(WaymarkApi))]
[assembly: TestCollectionOrderer(typeof(FirstThings))]
