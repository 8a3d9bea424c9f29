using Waymark.Services.Tests;

[assembly: AssemblyFixture(typeof(WaymarkApi))]
