namespace Waymark.Testing.Brokers;

/// <summary>
/// One RabbitMQ for a whole test run, started by the first test that asks: <c>[assembly: AssemblyFixture(typeof(TestRabbitMq))]</c>.
/// Tests stay apart by the prefix of their exchanges and queues.
/// </summary>
public sealed class TestRabbitMq : IAsyncDisposable
{
    private readonly Lazy<Task<PrivateRabbitMq>> _broker = new(PrivateRabbitMq.StartAsync);

    /// <summary>The running broker.</summary>
    public Task<PrivateRabbitMq> BrokerAsync() => _broker.Value;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_broker.IsValueCreated)
            await (await _broker.Value).DisposeAsync();
    }
}
