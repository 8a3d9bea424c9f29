using System.Text;
using Waymark.Querying.Syntax;

namespace Waymark.Querying.Formulas;

/// <summary>A typed formula, or why there is none.</summary>
/// <param name="Formula">The formula; null when there is a fault.</param>
/// <param name="Fault">The first fault; null when there is none.</param>
/// <param name="Fields">The custom fields that it names, where they stand in the text.</param>
public sealed record FormulaReading(Formula? Formula, QueryFault? Fault, Sequence<FormulaReference> Fields);

/// <summary>A custom field that a formula names.</summary>
public sealed record FormulaReference(Guid FieldId, int Position);

/// <summary>Reads texts as formulas.</summary>
public static class FormulaLanguage
{
    /// <summary>Characters of a formula.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Values that a formula is made of.</summary>
    public const int MaxTerms = 100;

    /// <summary>Reads a text and resolves its names.</summary>
    public static FormulaReading Read(string text, IFormulaFields fields) => new FormulaParser(text, fields).Read();

    /// <summary>The text with other names of its custom fields: a stored formula keeps their ids there. All else stays as it was written.</summary>
    public static string Rename(string text, Func<string, string> nameOf)
    {
        var (renamed, at) = (new StringBuilder(), 0);
        foreach (var name in NamesOf(text))
        {
            renamed.Append(text, at, name.Position - at).Append(Quoted(nameOf(name.Text)));
            at = name.End;
        }

        return renamed.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What stands in <c>field("…")</c>, in its order.</summary>
    public static IEnumerable<string> NamesIn(string text) => NamesOf(text).Select(name => name.Text);

    private static IEnumerable<Token> NamesOf(string text)
    {
        var tokens = FormulaLexer.Read(text);
        return tokens.Where((token, i) => i > 1 && token.Kind == TokenKind.Quoted && tokens[i - 1].Kind == TokenKind.Open && tokens[i - 2].Is(Keywords.Field));
    }

    private static string Quoted(string name) =>
        $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
