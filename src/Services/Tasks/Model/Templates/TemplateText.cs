using System.Text.RegularExpressions;

namespace Waymark.Tasks.Model.Templates;

/// <summary>Texts with variables: <c>{{name}}</c> stands for a value that is given when the template is used.</summary>
internal static partial class TemplateText
{
    /// <summary>The variables of these texts, each once, in the order in which they come.</summary>
    public static IReadOnlyList<string> VariablesIn(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Variable().Matches(text)).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with the values in their places; one that is not given stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(text, m => values.GetValueOrDefault(m.Groups["name"].Value, m.Value));

    [GeneratedRegex(@"\{\{\s*(?<name>[A-Za-z][A-Za-z0-9_]{0,39})\s*\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
