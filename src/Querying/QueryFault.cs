namespace Waymark.Querying;

/// <summary>Why a text is no query.</summary>
/// <param name="Position">Where, counted from 0 in UTF-16 code units, as in JavaScript and C#.</param>
/// <param name="Detail">What is wrong and what would be right, in a sentence.</param>
/// <param name="Expected">What could stand there; the likeliest first.</param>
public sealed record QueryFault(int Position, string Detail, Sequence<string> Expected)
{
    internal static QueryFault At(int position, string detail, params IEnumerable<string> expected) => new(position, detail, [.. expected]);
}
