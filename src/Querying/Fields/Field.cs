using Waymark.Querying.Tree;

namespace Waymark.Querying.Fields;

/// <summary>A field that queries may name.</summary>
/// <param name="name">Its name as it is written.</param>
/// <param name="type">What its values are.</param>
public sealed class Field(string name, FieldType type) : IEquatable<Field>
{
    private static readonly Comparator[] Emptiness = [Comparator.IsEmpty, Comparator.IsNotEmpty];
    private static readonly Comparator[] Equality = [Comparator.Equal, Comparator.NotEqual];
    private static readonly Comparator[] Lists = [Comparator.In, Comparator.NotIn];
    private static readonly Comparator[] Order = [Comparator.Less, Comparator.LessOrEqual, Comparator.Greater, Comparator.GreaterOrEqual];
    private static readonly Comparator[] Search = [Comparator.Contains, Comparator.NotContains];

    /// <summary>Its name as it is written.</summary>
    public string Name { get; } = name;

    /// <summary>What its values are.</summary>
    public FieldType Type { get; } = type;

    /// <summary>Whether it is named as <c>field("…")</c>.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Whether a query may order by it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>The values of a choice, the least first.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether the values of a choice have an order, so that <c>&lt;</c> means something.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Whether a choice has values that the catalogue does not list; they are left to the owner of the data.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether a date stands for the end of its day, as a deadline does, and not for the beginning.</summary>
    public bool EndsDay { get; init; }

    /// <summary>How a relation is named, for who named it wrongly: <c>WEB-12</c>.</summary>
    public string Example { get; init; } = "";

    /// <summary>Reads the key of a relation into its usual spelling; null when it is none.</summary>
    public Func<string, string?> KeyOf { get; init; } = static text => text;

    /// <summary>The words by which things of a relation are named for what they are now, such as <c>current</c>; in quotes they are keys.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Where the owner of the catalogue reads it; the language passes it on unseen.</summary>
    public object? Source { get; init; }

    /// <summary>How it can be compared.</summary>
    public IEnumerable<Comparator> Comparators => Type switch
    {
        FieldType.Text or FieldType.Labels => [.. Equality, .. Search, .. Lists, .. Emptiness],
        FieldType.Prose => [.. Search, .. Emptiness],
        FieldType.Number or FieldType.Moment => [.. Equality, .. Order, .. Lists, .. Emptiness],
        FieldType.Choice when IsOrdered => [.. Equality, .. Order, .. Lists, .. Emptiness],
        FieldType.Boolean => Equality,
        _ => [.. Equality, .. Lists, .. Emptiness],
    };

    /// <summary>The word that is written so, without regard to case; null when it is none.</summary>
    public string? WordOf(string text) => Words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public bool Equals(Field? other) => other is not null && Name == other.Name && IsCustom == other.IsCustom && Type == other.Type;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Field);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, IsCustom, Type);

    /// <inheritdoc />
    public override string ToString() => QueryText.NameOf(this);
}
