using Waymark.Contracts;
using Waymark.Platform.Messaging.Sagas;

namespace Waymark.Platform.Messaging;

/// <summary>What one service reacts to. A consumer is one handler class; all its events share one ordered queue.</summary>
public sealed class Subscriptions(string service)
{
    private readonly Dictionary<Type, Consumer> _consumers = [];
    private readonly List<SagaPlan> _sagas = [];

    /// <summary>The service that reacts.</summary>
    public string Service { get; } = service;

    /// <summary>The consumers declared so far.</summary>
    public IReadOnlyCollection<Consumer> Consumers => _consumers.Values;

    /// <summary>The sagas that the service runs.</summary>
    public IReadOnlyCollection<SagaPlan> Sagas => _sagas;

    /// <summary>One event at a time, each in its own transaction.</summary>
    public void On<TEvent, THandler>()
        where TEvent : IEvent
        where THandler : class, IEventHandler<TEvent>
    {
        ConsumerOf(typeof(THandler), isBatch: false).Add<TEvent>(
            static (provider, e, context, ct) => ((IEventHandler<TEvent>)provider.GetService(typeof(THandler))!).HandleAsync((TEvent)e, context, ct));
    }

    /// <summary>These events, many in one transaction.</summary>
    public void OnBatch<THandler>(params IEnumerable<Type> events)
        where THandler : class, IEventBatchHandler
    {
        var consumer = ConsumerOf(typeof(THandler), isBatch: true);
        foreach (var e in events)
        {
            consumer.Add(e);
        }
    }

    /// <summary>Every event of the product, many in one transaction.</summary>
    public void OnEvery<THandler>()
        where THandler : class, IEventBatchHandler => OnBatch<THandler>(EventCatalog.All.Select(e => e.Record));

    internal void Add(SagaPlan plan) => _sagas.Add(plan);

    private Consumer ConsumerOf(Type handler, bool isBatch)
    {
        if (!_consumers.TryGetValue(handler, out var consumer))
        {
            _consumers[handler] = consumer = new Consumer(Service, handler, isBatch);
        }

        return consumer;
    }
}
