namespace Waymark.Projects.Model;

/// <summary>The colours that projects and labels get when nobody chooses one.</summary>
internal static class Palette
{
    /// <summary>A colour in hexadecimal notation.</summary>
    public const string Pattern = "^#[0-9a-fA-F]{6}$";

    private static readonly string[] Colors =
        ["#e5484d", "#f76b15", "#d4a106", "#46a758", "#12a594", "#0090ff", "#3e63dd", "#8e4ec6", "#d6409f", "#978365"];

    /// <summary>The same colour for the same text, wherever it is asked for (FNV-1a, 32 bit).</summary>
    public static string Of(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return Colors[hash % (uint)Colors.Length];
    }
}
