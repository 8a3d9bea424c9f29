using System.Text;
using Waymark.Querying.Syntax;
using Waymark.Querying.Tree;

namespace Waymark.Querying;

/// <summary>Gives what a kept query names its new name. All else stays as it was written, down to the blanks.</summary>
public static class QueryRenaming
{
    /// <summary>The query with another name for a custom field; null when it does not name the field, or cannot be kept so.</summary>
    /// <param name="text">The query.</param>
    /// <param name="isMeant">Whether a name is the field's old one.</param>
    /// <param name="name">The new one.</param>
    public static string? OfCustomField(string text, Func<string, bool> isMeant, string name) =>
        QueryLanguage.Parse(text).Query is { } query
            ? Write(text, from used in query.Names() where used.IsCustom && isMeant(used.Text) select PieceAt(text, used.Position), name)
            : null;

    /// <summary>The query with another name for a value of a field; null when it does not name the value, or cannot be kept so.</summary>
    /// <param name="text">The query.</param>
    /// <param name="field">The field, which is none that people have made.</param>
    /// <param name="isMeant">Whether a value is the old name, and not one of the field's words, or an id.</param>
    /// <param name="name">The new one.</param>
    public static string? OfValue(string text, string field, Func<SyntaxOperand, bool> isMeant, string name)
    {
        if (QueryLanguage.Parse(text).Query is not { } query)
        {
            return null;
        }

        var named =
            from comparison in query.Comparisons()
            where !comparison.Name.IsCustom && comparison.Name.Text.Equals(field, StringComparison.OrdinalIgnoreCase)
            where comparison.Comparator is Comparator.Equal or Comparator.NotEqual or Comparator.In or Comparator.NotIn
            from operand in comparison.Operands
            where isMeant(operand)
            select operand.IsQuoted ? PieceAt(text, operand.Position) : (operand.Position, operand.Position + operand.Text.Length);
        return Write(text, named, name);
    }

    /// <summary>The text in quotes that begins there.</summary>
    private static (int Start, int End) PieceAt(string text, int start) => (start, Lexer.Quoted(text, start).End);

    private static string? Write(string text, IEnumerable<(int Start, int End)> pieces, string name)
    {
        var (written, at, quoted) = (new StringBuilder(), 0, QueryText.Quote(name));
        foreach (var (start, end) in pieces.OrderBy(p => p.Start))
        {
            written.Append(text, at, start - at).Append(quoted);
            at = end;
        }

        return at > 0 && written.Length + text.Length - at <= QueryLimits.MaxLength ? written.Append(text, at, text.Length - at).ToString() : null;
    }
}
