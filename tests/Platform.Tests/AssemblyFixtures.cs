using Waymark.Testing;

[assembly: AssemblyFixture(typeof(TestPostgres))]
