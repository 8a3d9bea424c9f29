using System.Text.RegularExpressions;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.RabbitMq;

/// <summary>
/// The exchanges and queues, in the one place that declares them: at start, at run time and in <c>doctor</c>. Declaring what
/// stands already changes nothing; what stands with other settings is told in a sentence and left alone.
/// </summary>
internal sealed partial class Topology(string prefix, Routes routes)
{
    private const int PreconditionFailed = 406;
    private static readonly long Week = (long)TimeSpan.FromDays(7).TotalMilliseconds;

    /// <summary>Where every event goes, under its wire type.</summary>
    public string Events => prefix + ".events";

    /// <summary>Takes events that no service is subscribed to, so that they are confirmed and can be seen for a week.</summary>
    public string Unrouted => prefix + ".unrouted";

    private string Dead => prefix + ".dlx";

    /// <summary>Every queue, for tests and for the figures.</summary>
    public IEnumerable<string> Queues => routes.Services.SelectMany(s => new[] { QueueOf(s), DeadQueueOf(s) }).Append(Unrouted);

    /// <summary>Every exchange.</summary>
    public IEnumerable<string> Exchanges => [Events, Dead, Unrouted];

    /// <summary>What waits for a service. One of its processes consumes it at a time, which keeps the order of keys.</summary>
    public string QueueOf(string service) => $"{prefix}.{service}";

    /// <summary>What the broker gave up to deliver to a service.</summary>
    public string DeadQueueOf(string service) => $"{prefix}.{service}.dlq";

    /// <summary>Declares everything, also for services that run elsewhere: what is published before they first start waits for them.</summary>
    /// <exception cref="TopologyException">Something stands there with other settings.</exception>
    public async Task DeclareAsync(IChannel channel, CancellationToken ct)
    {
        try
        {
            await channel.ExchangeDeclareAsync(Unrouted, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: ct);
            await DeclareQueueAsync(channel, Unrouted, new() { ["x-message-ttl"] = Week, ["x-max-length"] = 100_000L }, ct);
            await channel.QueueBindAsync(Unrouted, Unrouted, "", cancellationToken: ct);
            await channel.ExchangeDeclareAsync(
                Events, ExchangeType.Topic, durable: true, autoDelete: false, new Dictionary<string, object?> { ["alternate-exchange"] = Unrouted }, cancellationToken: ct);
            await channel.ExchangeDeclareAsync(Dead, ExchangeType.Direct, durable: true, autoDelete: false, cancellationToken: ct);
            foreach (var service in routes.Services)
            {
                await DeclareServiceAsync(channel, service, ct);
            }
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: PreconditionFailed } reason)
        {
            throw new TopologyException(Sentence(reason.ReplyText), e);
        }
    }

    private async Task DeclareServiceAsync(IChannel channel, string service, CancellationToken ct)
    {
        var (queue, dead) = (QueueOf(service), DeadQueueOf(service));
        await DeclareQueueAsync(channel, dead, [], ct);
        // Bound by the source's own name and nothing wider: a dead letter that could reach its source would never leave it.
        await channel.QueueBindAsync(dead, Dead, queue, noWait: true, cancellationToken: ct);
        await DeclareQueueAsync(
            channel,
            queue,
            new()
            {
                ["x-single-active-consumer"] = true,
                ["x-dead-letter-exchange"] = Dead,
                ["x-dead-letter-routing-key"] = queue,
                ["x-dead-letter-strategy"] = "at-least-once",
                ["x-overflow"] = "reject-publish",
                // A backstop only: closing a channel counts as a delivery, so that plain restarts come to some.
                ["x-delivery-limit"] = 100L,
                ["x-max-length-bytes"] = 1L << 30,
            },
            ct);
        foreach (var type in routes.TypesOf(service))
        {
            await channel.QueueBindAsync(queue, Events, type, noWait: true, cancellationToken: ct);
        }

        // An answer to this one means that the broker has done all before it.
        await channel.QueueDeclarePassiveAsync(queue, ct);
    }

    private static Task<QueueDeclareOk> DeclareQueueAsync(IChannel channel, string queue, Dictionary<string, object?> arguments, CancellationToken ct)
    {
        arguments["x-queue-type"] = "quorum";
        return channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: ct);
    }

    /// <summary>
    /// Of "PRECONDITION_FAILED - inequivalent arg 'x-queue-type' for queue 'q' in vhost '/': received 'quorum' but current is
    /// 'classic'".
    /// </summary>
    internal static string Sentence(string reply)
    {
        var match = Inequivalent().Match(reply);
        return match.Success
            ? $"The {match.Groups["kind"].Value} {match.Groups["name"].Value} stands in the broker with {match.Groups["setting"].Value} {match.Groups["there"].Value.Replace("'", "", StringComparison.Ordinal)}, but {match.Groups["wanted"].Value.Replace("'", "", StringComparison.Ordinal)} is wanted; let it run empty and delete it, or set another Broker:Prefix."
            : $"The broker holds something else under a name of this product ({reply}); delete it, or set another Broker:Prefix.";
    }

    [GeneratedRegex(
        "inequivalent arg '(?<setting>[^']+)' for (?<kind>\\w+) '(?<name>[^']+)' in vhost '[^']*': received (?<wanted>.+) but current is (?<there>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000)]
    private static partial Regex Inequivalent();
}

/// <summary>The broker holds something else under a name of the topology; the message says what differs.</summary>
internal sealed class TopologyException(string sentence, Exception cause) : Exception(sentence, cause);
