namespace Waymark.Tasks.Model;

/// <summary>The names of labels.</summary>
internal static class LabelNames
{
    /// <summary>What makes two labels the same.</summary>
    public static string Fold(string label) => label.Trim().ToLowerInvariant();
}
