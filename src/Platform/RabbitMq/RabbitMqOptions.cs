using Microsoft.Extensions.Configuration;

namespace Waymark.Platform.RabbitMq;

/// <summary>How the transport over RabbitMQ behaves; the defaults are the product's.</summary>
public sealed record RabbitMqOptions
{
    /// <summary>The longest batch of one confirmation, in bytes of payload.</summary>
    internal const int BatchBytes = 1024 * 1024;

    /// <summary>The most messages of one confirmation.</summary>
    internal const int BatchCount = 200;

    /// <summary><c>amqp://user:password@host:port/vhost</c>, or <c>amqps://</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>What every exchange and queue begins with; another one for each installation that shares a vhost.</summary>
    public string Prefix { get; init; } = "waymark";

    /// <summary>How long a batch may wait for its confirmation; then the connection is thrown away.</summary>
    public TimeSpan ConfirmWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many messages a service may have in hand before they are acknowledged. Half of them are stored at one go, so that the
    /// next ones have come when the database is done: with one batch in hand at a time each waited for the broker.
    /// </summary>
    public ushort Prefetch { get; init; } = 256;

    /// <summary>The first wait after a lost connection; it doubles up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait between two tries to connect.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the depth of the queues is looked at.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A queue that is not empty and brings nothing for so long gets a new consumer.</summary>
    public TimeSpan SilentAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The settings <c>Broker:Url</c> and <c>Broker:Prefix</c>; null when there is no broker.</summary>
    /// <exception cref="Operations.StartupException">The address is none of a broker.</exception>
    public static RabbitMqOptions? Of(IConfiguration configuration)
    {
        if (configuration["Broker:Url"] is not { Length: > 0 } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("amqp" or "amqps") || url.Host.Length == 0)
        {
            throw new Operations.StartupException("Broker:Url is no address of a broker; write it as amqp://user:password@host:5672/vhost.");
        }

        var options = new RabbitMqOptions { Url = url };
        return configuration["Broker:Prefix"] is { Length: > 0 } prefix ? options with { Prefix = prefix } : options;
    }
}
