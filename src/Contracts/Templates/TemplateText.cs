using System.Text.RegularExpressions;

namespace Waymark.Contracts.Templates;

/// <summary>Texts with variables: <c>{{name}}</c> stands for a value that is given when the template is used.</summary>
public static partial class TemplateText
{
    /// <summary>How long a value may be.</summary>
    public const int MaxValueLength = 2_000;

    /// <summary>The variables of these texts, each once, in the order in which they come.</summary>
    public static IReadOnlyList<string> VariablesIn(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Variable().Matches(text)).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with the values in their places; one that is not given stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(text, m => values.GetValueOrDefault(m.Groups["name"].Value, m.Value));

    /// <summary>What is wrong with the values that are given for these variables; null when nothing is.</summary>
    public static string? Fault(IEnumerable<string> variables, IReadOnlyDictionary<string, string> values)
    {
        if (values.Values.Any(v => v is null || v.Length > MaxValueLength))
        {
            return $"A value has at most {MaxValueLength} characters.";
        }

        var missing = variables.Where(name => !values.ContainsKey(name)).ToArray();
        return missing.Length == 0 ? null : $"Values are expected for {string.Join(", ", missing)}.";
    }

    [GeneratedRegex(@"\{\{\s*(?<name>[A-Za-z][A-Za-z0-9_]{0,39})\s*\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
