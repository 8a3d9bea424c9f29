namespace Waymark.Contracts;

/// <summary>
/// A published fact: something that happened to one aggregate, with what consumers need to act on it.
/// Who did it, when, and in which order stands in the envelope, never in the record.
/// </summary>
public interface IEvent;

/// <summary>Names an event: <c>task.created</c> travels as the CloudEvents type <c>waymark.task.created.v1</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>Object and past participle in snake_case, joined by a dot: <c>task.status_changed</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The major version; a new meaning is a new version, a new field is not.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The CloudEvents type, which is also the routing key.</summary>
    public string Type => $"waymark.{Name}.v{Version}";
}
