namespace Waymark.Projects.Model;

/// <summary>The colours that projects and labels get when nobody chooses one.</summary>
internal static class Palette
{
    /// <summary>A colour in hexadecimal notation.</summary>
    public const string Pattern = "^#[0-9a-fA-F]{6}$";

    /// <summary>The colours that the web client offers: one lightness, so that none shouts.</summary>
    internal static readonly string[] Colors =
        ["#2f9c9a", "#4f86d6", "#8f6fd1", "#c765a8", "#d15f5a", "#d67a3a", "#b8922a", "#4f9d5d", "#96755a", "#75838a"];

    // Has no factor in common with the number of colours: a walk by it meets all of them, and never a neighbour next.
    private const int Stride = 3;

    /// <summary>The same colour for the same text, wherever it is asked for.</summary>
    public static string Of(string text) => Colors[IndexOf(text)];

    /// <summary>Of the colours that the fewest of the others have, the first on a walk that begins at the text's own.</summary>
    public static string LeastUsed(string text, IEnumerable<string> others)
    {
        var uses = others.CountBy(color => color).ToDictionary(StringComparer.Ordinal);
        var start = IndexOf(text);
        return Enumerable.Range(0, Colors.Length).Select(step => Colors[(start + (step * Stride)) % Colors.Length])
            .MinBy(color => uses.GetValueOrDefault(color))!;
    }

    // FNV-1a, 32 bit.
    private static int IndexOf(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return (int)(hash % (uint)Colors.Length);
    }
}
