using Waymark.Testing;
using Waymark.Testing.Brokers;

[assembly: AssemblyFixture(typeof(TestPostgres))]
[assembly: AssemblyFixture(typeof(TestRabbitMq))]
