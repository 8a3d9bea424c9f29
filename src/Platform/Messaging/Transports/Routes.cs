using System.Collections.Frozen;

namespace Waymark.Platform.Messaging.Transports;

/// <summary>Who is subscribed to what, over the whole catalogue, wherever its consumers run.</summary>
public sealed class Routes
{
    private readonly FrozenDictionary<string, string[]> _services;
    private readonly FrozenDictionary<(string Service, string Type), string[]> _consumers;

    /// <summary>Reads the subscriptions of every service of the product.</summary>
    public Routes(IEnumerable<Subscriptions> catalogue)
    {
        var all = catalogue.SelectMany(s => s.Consumers).SelectMany(c => c.EventTypes, (c, type) => (c.Service, c.Name, Type: type)).ToList();
        _services = all.GroupBy(e => e.Type, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(e => e.Service).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        Services = [.. all.Select(e => e.Service).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _consumers = all.GroupBy(e => (e.Service, e.Type)).ToFrozenDictionary(g => g.Key, g => g.Select(e => e.Name).ToArray());
    }

    /// <summary>Every service that has a consumer.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>The wire types that some consumer of a service takes.</summary>
    public IEnumerable<string> TypesOf(string service) =>
        _consumers.Keys.Where(k => string.Equals(k.Service, service, StringComparison.Ordinal)).Select(k => k.Type).Order(StringComparer.Ordinal);

    /// <summary>The services that have a consumer of this wire type.</summary>
    public IReadOnlyList<string> ServicesOf(string type) => _services.TryGetValue(type, out var services) ? services : [];

    /// <summary>The names of one service's consumers of this wire type.</summary>
    public IReadOnlyList<string> ConsumersOf(string service, string type) =>
        _consumers.TryGetValue((service, type), out var consumers) ? consumers : [];
}
