using Waymark.Querying.Fields;

namespace Waymark.Querying.Evaluating;

/// <summary>
/// A thing by its fields, each value as its type has it: text and prose <c>string[]</c> (all places to search in), number
/// <c>decimal?</c>, moment <c>DateTimeOffset?</c> (a date as the instant that it stands for), choice <c>string</c>, person and
/// people <c>Guid[]</c>, labels <c>string[]</c>, boolean <c>bool</c>, relation <see cref="Related"/>, or
/// <c>Related[]</c> where it may be many. What is absent is null or
/// an empty list.
/// </summary>
public interface IFieldValues
{
    /// <summary>The value of a field.</summary>
    object? ValueOf(Field field);
}

/// <summary>Another thing: its id and all its keys.</summary>
public sealed record Related(Guid Id, IReadOnlyCollection<string> Keys)
{
    /// <summary>The words of its field that say what it is now.</summary>
    public IReadOnlyCollection<string> Words { get; init; } = [];
}

/// <summary>Who asks, when, and where days begin.</summary>
public sealed record EvaluationContext(Guid CallerId, DateTimeOffset Now, TimeZoneInfo Zone);
