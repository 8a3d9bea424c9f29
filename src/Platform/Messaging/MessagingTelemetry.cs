using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging;

/// <summary>The block's figures and traces, both under the name <see cref="Name"/>.</summary>
public static class MessagingTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Waymark.Messaging";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly ConcurrentDictionary<string, QueueDepth> Depths = new(StringComparer.Ordinal);
    private static readonly Counter<long> PublishedEvents = Meter.CreateCounter<long>("waymark.messaging.published", "{event}", "Events handed to a transport.");
    private static readonly Counter<long> HandledEvents = Meter.CreateCounter<long>("waymark.messaging.handled", "{event}", "Events applied.");
    private static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("waymark.messaging.duplicates", "{event}", "Repeats absorbed by the inbox.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("waymark.messaging.failures", "{event}", "Tries that failed.");
    private static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("waymark.messaging.dead_letters", "{event}", "Events given up.");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("waymark.messaging.lag", "s", "From the event to its effect.");

    static MessagingTelemetry()
    {
        Meter.CreateObservableGauge("waymark.messaging.outbox.depth", () => Observe(d => d.Outbox), "{event}", "Events waiting to be dispatched.");
        Meter.CreateObservableGauge("waymark.messaging.outbox.age", () => Observe(d => d.OldestSeconds), "s", "Age of the oldest of them.");
        Meter.CreateObservableGauge("waymark.messaging.delivery.due", () => Observe(d => d.Due), "{event}", "Deliveries that could be handled now.");
        Meter.CreateObservableGauge("waymark.messaging.delivery.waiting", () => Observe(d => d.Waiting), "{event}", "Deliveries that wait for a retry.");
        Meter.CreateObservableGauge("waymark.messaging.dead_letters.open", () => Observe(d => d.Dead), "{event}", "Dead letters that nobody has dealt with.");
        Meter.CreateObservableGauge("waymark.messaging.sagas.stuck", () => Observe(d => d.StuckSagas), "{saga}", "Sagas that stand still until somebody looks at them.");
    }

    internal static void Depth(string service, QueueDepth depth) => Depths[service] = depth;

    internal static void Published(string service, int count) => PublishedEvents.Add(count, new KeyValuePair<string, object?>("service", service));

    internal static void Failed(Consumer consumer, FaultKind kind) =>
        Failures.Add(1, new("consumer", consumer.Name), new("kind", kind.ToString()));

    internal static void Buried(string consumer, string reason) => DeadLetters.Add(1, new("consumer", consumer), new("reason", reason));

    internal static void Handled(Consumer consumer, List<ReadEvent> events, int repeats, TimeProvider clock)
    {
        var tag = new KeyValuePair<string, object?>("consumer", consumer.Name);
        HandledEvents.Add(events.Count, tag);
        if (repeats > 0)
        {
            Duplicates.Add(repeats, tag);
        }

        if (Lag.Enabled)
        {
            var now = clock.GetUtcNow();
            foreach (var e in events)
            {
                Lag.Record((now - e.Envelope.Context.At).TotalSeconds, tag);
            }
        }
    }

    /// <summary>A span of its own, linked to the requests that published: the poll loop is nobody's parent.</summary>
    internal static Activity? StartProcess(Consumer consumer, List<ReadEvent> events) =>
        Start($"process {consumer.Name}", ActivityKind.Consumer, events.Select(e => (e.Envelope.TraceParent, e.Envelope.TraceState)));

    internal static Activity? StartPublish(string service, IEnumerable<OutboxMessage> messages) =>
        Start($"publish {service}", ActivityKind.Producer, messages.Select(m => (m.TraceParent, m.TraceState)));

    private static Activity? Start(string name, ActivityKind kind, IEnumerable<(string? Parent, string? State)> traces)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var links = new List<ActivityLink>();
        foreach (var (parent, state) in traces)
        {
            if (ActivityContext.TryParse(parent, state, isRemote: true, out var context))
            {
                links.Add(new ActivityLink(context));
            }
        }

        return Source.StartActivity(name, kind, parentContext: default, links: links);
    }

    private static IEnumerable<Measurement<double>> Observe(Func<QueueDepth, double> value) =>
        Depths.Select(d => new Measurement<double>(value(d.Value), new KeyValuePair<string, object?>("service", d.Key)));
}

/// <summary>What waits in one service's tables, as last counted.</summary>
internal sealed record QueueDepth(double Outbox, double OldestSeconds, double Due, double Waiting, double Dead, double StuckSagas);
