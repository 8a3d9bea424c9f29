using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.RabbitMq;

/// <summary>The transport's figures, under the meter of the messaging block.</summary>
internal static class BrokerTelemetry
{
    private static readonly Meter Meter = new(MessagingTelemetry.Name);
    private static readonly ConcurrentDictionary<string, double> Depths = new(StringComparer.Ordinal);

    public static readonly Counter<long> Confirmed = Meter.CreateCounter<long>("waymark.broker.confirmed", "{message}", "Messages that the broker has taken.");
    public static readonly Counter<long> Refused = Meter.CreateCounter<long>("waymark.broker.refused", "{message}", "Messages that the broker has not taken, because a queue is full or unavailable.");
    public static readonly Counter<long> Returned = Meter.CreateCounter<long>("waymark.broker.returned", "{message}", "Messages for which there was no queue at all.");
    public static readonly Counter<long> Received = Meter.CreateCounter<long>("waymark.broker.received", "{message}", "Messages put into deliveries.");
    public static readonly Counter<long> Blocked = Meter.CreateCounter<long>("waymark.broker.blocked", "{time}", "How often the broker told publishers to wait.");
    public static readonly Counter<long> Reconnects = Meter.CreateCounter<long>("waymark.broker.reconnects", "{time}", "Connections made again after one was lost.");
    public static readonly Counter<long> Rebuilt = Meter.CreateCounter<long>("waymark.broker.rebuilt", "{time}", "Consumers that were replaced because their channel ended or their queue stood still.");

    static BrokerTelemetry() => Meter.CreateObservableGauge(
        "waymark.broker.queue.depth",
        () => Depths.Select(d => new Measurement<double>(d.Value, new KeyValuePair<string, object?>("queue", d.Key))),
        "{message}",
        "Messages that wait in a queue.");

    public static void Depth(string queue, double messages) => Depths[queue] = messages;
}
