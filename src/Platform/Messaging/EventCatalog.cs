using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Waymark.Contracts;

namespace Waymark.Platform.Messaging;

/// <summary>Every event of the product: record, name, wire type and JSON shape. Read once from the Contracts assembly.</summary>
public static class EventCatalog
{
    private static readonly FrozenDictionary<Type, EventDescriptor> ByRecord = Read();
    private static readonly FrozenDictionary<string, EventDescriptor> ByType = ByRecord.Values.ToFrozenDictionary(d => d.Type, StringComparer.Ordinal);

    /// <summary>All events, in the order of their names.</summary>
    public static IReadOnlyList<EventDescriptor> All { get; } = [.. ByRecord.Values.OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>The descriptor of a record; throws for a record without <see cref="EventNameAttribute"/>.</summary>
    public static EventDescriptor Of(Type record) =>
        ByRecord.TryGetValue(record, out var descriptor) ? descriptor : throw new InvalidOperationException($"{record.Name} has no [EventName].");

    /// <summary>The descriptor of a wire type, or null when this program does not know it.</summary>
    public static EventDescriptor? Find(string type) => ByType.GetValueOrDefault(type);

    private static FrozenDictionary<Type, EventDescriptor> Read() =>
        typeof(IEvent).Assembly.GetExportedTypes()
            .Select(type => (type, name: type.GetCustomAttribute<EventNameAttribute>()))
            .Where(e => e.name is not null)
            .Select(e => new EventDescriptor(e.type, e.name!.Name, e.name.Type, e.type.Namespace!.Split('.')[^1],
                ContractsJson.Wire.GetTypeInfo(e.type) ?? throw new InvalidOperationException($"{e.type.Name} is missing from ContractsJson.")))
            .ToFrozenDictionary(d => d.Record);
}

/// <summary>One event of the catalogue.</summary>
/// <param name="Record">Its record in Contracts.</param>
/// <param name="Name"><c>task.created</c>.</param>
/// <param name="Type"><c>waymark.task.created.v1</c>.</param>
/// <param name="Owner">The folder in Contracts that declares it, which is the service that publishes it.</param>
/// <param name="Json">Its generated shape.</param>
public sealed record EventDescriptor(Type Record, string Name, string Type, string Owner, JsonTypeInfo Json)
{
    /// <summary>The payload's bytes.</summary>
    public byte[] Serialize(IEvent e) => JsonSerializer.SerializeToUtf8Bytes(e, Json);

    /// <summary>The record of a payload; throws <see cref="JsonException"/> when it does not fit.</summary>
    public IEvent Deserialize(ReadOnlySpan<byte> data) =>
        (IEvent)(JsonSerializer.Deserialize(data, Json) ?? throw new JsonException($"The payload of {Type} is null."));
}
