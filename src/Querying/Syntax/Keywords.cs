namespace Waymark.Querying.Syntax;

/// <summary>The words of the language; they count without regard to case, and in quotes they are plain text.</summary>
internal static class Keywords
{
    public const string And = "and";
    public const string Or = "or";
    public const string Not = "not";
    public const string In = "in";
    public const string Is = "is";
    public const string Empty = "empty";
    public const string Order = "order";
    public const string By = "by";
    public const string Ascending = "asc";
    public const string Descending = "desc";
    public const string Field = "field";

    private static readonly HashSet<string> Joining = new([And, Or, Not, In, Is], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> All =
        new([And, Or, Not, In, Is, Empty, Order, By, Ascending, Descending, "me"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word holds a query together, so that it is neither a name nor a value.</summary>
    public static bool Joins(string word) => Joining.Contains(word);

    /// <summary>Whether a value of this spelling is written in quotes, to be safe.</summary>
    public static bool Contains(string word) => All.Contains(word);
}
