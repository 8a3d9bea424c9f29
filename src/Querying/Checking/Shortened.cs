namespace Waymark.Querying.Checking;

/// <summary>The caller's own words inside a message, never too many of them.</summary>
internal static class Shortened
{
    private const int Most = 40;

    public static string Text(string text)
    {
        if (text.Length <= Most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most;
        return text[..end] + "…";
    }

    public static string Hint(IReadOnlyList<string> near) => near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "";
}
