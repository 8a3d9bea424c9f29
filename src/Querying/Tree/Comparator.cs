namespace Waymark.Querying.Tree;

/// <summary>How a field is compared with values.</summary>
public enum Comparator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    NotContains,
    In,
    NotIn,
    IsEmpty,
    IsNotEmpty,
}

/// <summary>What is to know about comparators.</summary>
public static class Comparators
{
    private static readonly string[] Texts = ["=", "!=", "<", "<=", ">", ">=", "~", "!~", "in", "not in", "is empty", "is not empty"];

    /// <summary>As it is written.</summary>
    public static string TextOf(Comparator comparator) => Texts[(int)comparator];

    /// <summary>The positive comparator of which this one is the contrary; itself when it is positive.</summary>
    public static Comparator Positive(Comparator comparator) => comparator switch
    {
        Comparator.NotEqual => Comparator.Equal,
        Comparator.NotContains => Comparator.Contains,
        Comparator.NotIn => Comparator.In,
        Comparator.IsNotEmpty => Comparator.IsEmpty,
        _ => comparator,
    };

    /// <summary>The comparator of a sign.</summary>
    internal static Comparator OfSign(string sign) => (Comparator)Array.IndexOf(Texts, sign);
}
