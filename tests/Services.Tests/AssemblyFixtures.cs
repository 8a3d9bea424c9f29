using Waymark.Services.Tests;

[assembly: AssemblyFixture(typeof(TestPostgres))]
[assembly: AssemblyFixture(typeof(WaymarkApi))]
