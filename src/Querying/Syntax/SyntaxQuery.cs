using Waymark.Querying.Tree;

namespace Waymark.Querying.Syntax;

/// <summary>A query by its form alone: names and values are still texts, each with its position.</summary>
public sealed record SyntaxQuery(SyntaxCondition? Where, Sequence<SyntaxOrder> OrderBy)
{
    /// <summary>All comparisons, for users that look values up before the check.</summary>
    public IEnumerable<SyntaxComparison> Comparisons() => Where is null ? [] : ComparisonsIn(Where);

    /// <summary>All fields that it names, as often as it does.</summary>
    public IEnumerable<SyntaxName> Names() => Comparisons().Select(c => c.Name).Concat(OrderBy.Select(o => o.Name));

    private static IEnumerable<SyntaxComparison> ComparisonsIn(SyntaxCondition condition) => condition switch
    {
        SyntaxComparison comparison => [comparison],
        SyntaxNot not => ComparisonsIn(not.Part),
        SyntaxJunction junction => junction.Parts.SelectMany(ComparisonsIn),
        _ => [],
    };
}

/// <summary>A condition by its form.</summary>
public abstract record SyntaxCondition(int Position);

/// <summary>Conditions joined by <c>and</c>, or by <c>or</c>.</summary>
public sealed record SyntaxJunction(int Position, bool IsAny, Sequence<SyntaxCondition> Parts) : SyntaxCondition(Position);

/// <summary>A condition that must not hold.</summary>
public sealed record SyntaxNot(int Position, SyntaxCondition Part) : SyntaxCondition(Position);

/// <summary>A text to search for.</summary>
public sealed record SyntaxText(int Position, string Text) : SyntaxCondition(Position);

/// <summary>A field compared with values: none for <c>is empty</c>, any number for <c>in</c>, else one.</summary>
public sealed record SyntaxComparison(SyntaxName Name, Comparator Comparator, int ComparatorPosition, Sequence<SyntaxOperand> Operands)
    : SyntaxCondition(Name.Position);

/// <summary>The name of a field; <c>field("…")</c> names a custom one.</summary>
public sealed record SyntaxName(int Position, string Text, bool IsCustom);

/// <summary>A value as it was written, without its quotes.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Text">Its text, with a date's offsets.</param>
/// <param name="IsQuoted">Whether it stood in quotes.</param>
/// <param name="OffsetPosition">Where an offset begins that stands apart from the value: <c>today + 7d</c>.</param>
public sealed record SyntaxOperand(int Position, string Text, bool IsQuoted, int? OffsetPosition = null)
{
    /// <summary>Where the text begins, behind an opening quote.</summary>
    public int TextPosition => IsQuoted ? Position + 1 : Position;
}

/// <summary>A field to order by.</summary>
public sealed record SyntaxOrder(SyntaxName Name, bool IsDescending);
