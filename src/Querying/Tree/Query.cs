using Waymark.Querying.Fields;

namespace Waymark.Querying.Tree;

/// <summary>A query whose names and values are resolved: which things, in which order.</summary>
/// <param name="Where">Which things; null for all.</param>
/// <param name="OrderBy">The order; empty when the query says none.</param>
public sealed record Query(Condition? Where, Sequence<SortOrder> OrderBy)
{
    /// <summary>The canonical text, which reads as an equal query.</summary>
    public override string ToString() => QueryText.Of(this);
}

/// <summary>A field to order by.</summary>
public sealed record SortOrder(Field Field, bool IsDescending);

/// <summary>What holds for a thing or not.</summary>
public abstract record Condition
{
    /// <summary>The canonical text.</summary>
    public sealed override string ToString() => QueryText.Of(this);
}

/// <summary>All of these must hold.</summary>
public sealed record AllOf(Sequence<Condition> Parts) : Condition;

/// <summary>One of these must hold.</summary>
public sealed record AnyOf(Sequence<Condition> Parts) : Condition;

/// <summary>This must not hold.</summary>
public sealed record Not(Condition Part) : Condition;

/// <summary>A field compared with values: none for <c>is empty</c>, any number for <c>in</c>, else one.</summary>
public sealed record Comparison(Field Field, Comparator Comparator, Sequence<Operand> Operands) : Condition;
