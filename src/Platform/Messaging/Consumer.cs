using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts;

namespace Waymark.Platform.Messaging;

/// <summary>One handler class of one service, with the events it is subscribed to.</summary>
public sealed class Consumer
{
    private readonly Dictionary<string, Invocation?> _events = new(StringComparer.Ordinal);

    internal Consumer(string service, Type handler, bool isBatch)
    {
        Service = service;
        Handler = handler;
        IsBatch = isBatch;
        Name = $"{service}.{Kebab(handler.Name.Split('`')[0])}";
    }

    internal delegate Task Invocation(IServiceProvider provider, IEvent e, EventContext context, CancellationToken ct);

    /// <summary><c>tasks.remember-project</c>: stable, because inbox rows and queues carry it.</summary>
    public string Name { get; }

    /// <summary>The service that owns the handler and its effects.</summary>
    public string Service { get; }

    /// <summary>The handler's type.</summary>
    public Type Handler { get; }

    /// <summary>Whether the handler takes many events in one transaction.</summary>
    public bool IsBatch { get; }

    /// <summary>The wire types it is subscribed to.</summary>
    public IReadOnlyCollection<string> EventTypes => _events.Keys;

    /// <summary>Whether it is subscribed to a wire type.</summary>
    public bool Handles(string type) => _events.ContainsKey(type);

    internal void Add<TEvent>(Invocation invoke)
        where TEvent : IEvent => _events[EventCatalog.Of(typeof(TEvent)).Type] = invoke;

    internal void Add(Type record) => _events[EventCatalog.Of(record).Type] = null;

    /// <summary>Runs the handler on one event, or on all of them when it is a batch handler.</summary>
    internal Task InvokeAsync(IServiceProvider provider, IReadOnlyList<ReceivedEvent> events, CancellationToken ct) =>
        IsBatch
            ? ((IEventBatchHandler)provider.GetRequiredService(Handler)).HandleAsync(events, ct)
            : _events[events[0].Context.Type]!(provider, events[0].Event, events[0].Context, ct);

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
