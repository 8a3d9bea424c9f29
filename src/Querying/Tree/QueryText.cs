using System.Globalization;
using System.Text;
using Waymark.Querying.Fields;
using Waymark.Querying.Syntax;

namespace Waymark.Querying.Tree;

/// <summary>Writes queries as text, with as few parentheses as keep their meaning.</summary>
internal static class QueryText
{
    private const int Any = 0;
    private const int All = 1;
    private const int Single = 2;

    public static string Of(Query query)
    {
        var text = new StringBuilder();
        if (query.Where is not null)
        {
            Write(text, query.Where, Any);
        }

        if (query.OrderBy.Count > 0)
        {
            text.Append(text.Length > 0 ? " " : "").Append("order by ").AppendJoin(", ", query.OrderBy.Select(o => NameOf(o.Field) + (o.IsDescending ? " desc" : "")));
        }

        return text.ToString();
    }

    public static string Of(Condition condition)
    {
        var text = new StringBuilder();
        Write(text, condition, Any);
        return text.ToString();
    }

    public static string NameOf(Field field) => field.IsCustom ? $"field({Quote(field.Name)})" : field.Name;

    public static string Of(Operand operand) => operand switch
    {
        TextOperand text => Quote(text.Text),
        NumberOperand number => number.Number.ToString("0.############################", CultureInfo.InvariantCulture),
        ChoiceOperand choice => Spell(choice.Key),
        BooleanOperand boolean => boolean.IsTrue ? "true" : "false",
        MomentOperand moment => Of(moment.Date),
        CallerOperand => "me",
        PeopleOperand people => Spell(people.Name),
        IdOperand id => id.Id.ToString(),
        KeyOperand key => Spell(key.Key),
        WordOperand word => word.Word,
        _ => throw new ArgumentOutOfRangeException(nameof(operand)),
    };

    public static string Of(DateExpression date)
    {
        var text = new StringBuilder(date.Base switch
        {
            DateBase.Day => date.Day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateBase.Instant => date.Instant!.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture),
            var other => char.ToLowerInvariant(other.ToString()[0]) + other.ToString()[1..],
        });
        foreach (var offset in date.Offsets)
        {
            text.Append(offset.Amount < 0 ? " - " : " + ").Append(Math.Abs(offset.Amount)).Append(offset.Unit);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Condition condition, int level)
    {
        switch (condition)
        {
            case AnyOf any:
                WriteParts(text, any.Parts, " or ", Any, level);
                break;
            case AllOf all:
                WriteParts(text, all.Parts, " and ", All, level);
                break;
            case Not not:
                text.Append("not ");
                Write(text, not.Part, Single);
                break;
            case Comparison comparison:
                Write(text, comparison);
                break;
        }
    }

    /// <summary>A junction inside one that binds as tightly was written in parentheses, and is again: the trees differ.</summary>
    private static void WriteParts(StringBuilder text, Sequence<Condition> parts, string joint, int own, int level)
    {
        var isInside = level > own;
        text.Append(isInside ? "(" : "");
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? joint : "");
            Write(text, parts[i], own + 1);
        }

        text.Append(isInside ? ")" : "");
    }

    private static void Write(StringBuilder text, Comparison comparison)
    {
        text.Append(NameOf(comparison.Field)).Append(' ').Append(Comparators.TextOf(comparison.Comparator));
        if (comparison.Comparator is Comparator.In or Comparator.NotIn)
        {
            text.Append(" (").AppendJoin(", ", comparison.Operands.Select(o => Of(comparison.Field, o))).Append(')');
        }
        else if (comparison.Operands is [var only])
        {
            text.Append(' ').Append(Of(comparison.Field, only));
        }
    }

    /// <summary>A key that is also one of the field's words stands in quotes.</summary>
    private static string Of(Field field, Operand operand) => operand is KeyOperand { Key: var key } && field.WordOf(key) is not null ? Quote(key) : Of(operand);

    /// <summary>A name without quotes where it cannot be taken for anything else.</summary>
    private static string Spell(string name) =>
        name.Length > 0 && !Keywords.Contains(name) && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '@')
            ? name
            : Quote(name);

    /// <summary>A text in quotes.</summary>
    public static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
