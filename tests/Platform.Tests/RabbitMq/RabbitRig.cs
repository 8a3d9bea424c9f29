using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Waymark.Platform.Messaging.Transports;
using Waymark.Platform.RabbitMq;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing.Brokers;

namespace Waymark.Platform.Tests.RabbitMq;

/// <summary>What a test of the broker needs: the broker, names of its own in it, and a way to look inside.</summary>
public sealed class RabbitRig : IAsyncDisposable
{
    private readonly IConnection _connection;

    private RabbitRig(PrivateRabbitMq broker, IConnection connection)
    {
        Broker = broker;
        _connection = connection;
        Options = new RabbitMqOptions { Url = broker.Url, Prefix = "t" + RandomNumberGenerator.GetHexString(12, lowercase: true) };
    }

    public PrivateRabbitMq Broker { get; }

    public RabbitMqOptions Options { get; set; }

    internal Topology Topology => new(Options.Prefix, new Routes(MessagingRig.Catalogue()));

    public IConnection Connection => _connection;

    public static async Task<RabbitRig> OpenAsync(TestRabbitMq fixture)
    {
        Assert.SkipWhen(PrivateRabbitMq.Missing is not null, PrivateRabbitMq.Missing ?? "");
        var broker = await fixture.BrokerAsync();
        return new RabbitRig(broker, await new ConnectionFactory { Uri = broker.Url, AutomaticRecoveryEnabled = false }.CreateConnectionAsync());
    }

    public void Register(IServiceCollection services) => services.AddRabbitMq(Options);

    /// <summary>The transport of a rig made with <see cref="Register"/>.</summary>
    internal static RabbitMqTransport Of(MessagingRig rig) => rig.Services.GetRequiredService<RabbitMqTransport>();

    /// <summary>How many messages stand ready in a queue.</summary>
    public async Task<uint> ReadyAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
    }

    public Task UntilReadyAsync(string queue, uint messages) =>
        MessagingRig.UntilAsync(async () => await ReadyAsync(queue) == messages, $"{messages} messages ready in {queue}");

    public async ValueTask DisposeAsync()
    {
        await using (var channel = await _connection.CreateChannelAsync())
        {
            foreach (var queue in Topology.Queues)
                await channel.QueueDeleteAsync(queue);
            foreach (var exchange in Topology.Exchanges)
                await channel.ExchangeDeleteAsync(exchange);
        }

        await _connection.DisposeAsync();
    }
}
