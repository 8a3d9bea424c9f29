namespace Waymark.Querying;

/// <summary>How large a query may be, so that reading one is always cheap and never exhausts the stack.</summary>
public static class QueryLimits
{
    /// <summary>Characters of the text.</summary>
    public const int MaxLength = 4_000;

    /// <summary>Parentheses and <c>not</c> inside each other.</summary>
    public const int MaxDepth = 32;

    /// <summary>Comparisons, words and values of lists together.</summary>
    public const int MaxTerms = 200;

    /// <summary>Fields to order by.</summary>
    public const int MaxOrders = 5;

    /// <summary>Offsets of one date.</summary>
    public const int MaxOffsets = 10;

    /// <summary>How far a date may be moved, in years.</summary>
    public const int MaxYears = 200;
}
