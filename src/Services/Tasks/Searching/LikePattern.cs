namespace Waymark.Tasks.Searching;

/// <summary>Patterns of <c>ilike</c>.</summary>
internal static class LikePattern
{
    /// <summary>Finds a text anywhere; nothing in it stands for anything else.</summary>
    public static string Containing(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
