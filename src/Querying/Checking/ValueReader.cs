using System.Globalization;
using Waymark.Querying.Fields;
using Waymark.Querying.Syntax;
using Waymark.Querying.Tree;

namespace Waymark.Querying.Checking;

/// <summary>Reads a value as what its field holds.</summary>
internal sealed class ValueReader(IFieldCatalogue catalogue)
{
    private const string Caller = "me";

    public QueryFault? Fault { get; private set; }

    /// <summary>The value; null when it is none, and then there is a fault.</summary>
    public Operand? Read(Field field, SyntaxOperand operand)
    {
        if (field.Type == FieldType.Moment)
        {
            return ReadMoment(operand);
        }

        if (operand.OffsetPosition is { } offset)
        {
            return Fail(offset, "Only dates are moved by + and -; values with blanks go in quotes.", "and", "or", "order by", "the end");
        }

        return field.Type switch
        {
            FieldType.Text or FieldType.Prose or FieldType.Labels => new TextOperand(operand.Text),
            FieldType.Number => ReadNumber(operand),
            FieldType.Choice => ReadChoice(field, operand),
            FieldType.Person or FieldType.People => ReadPeople(field, operand),
            FieldType.Boolean => ReadBoolean(operand),
            _ => ReadRelation(field, operand),
        };
    }

    private MomentOperand? ReadMoment(SyntaxOperand operand)
    {
        var reader = new DateReader(operand.Text, operand.TextPosition);
        var date = reader.Read();
        Fault ??= reader.Fault;
        return date is null ? null : new MomentOperand(date);
    }

    private Operand? ReadNumber(SyntaxOperand operand)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return operand.Text.Length <= 29 && decimal.TryParse(operand.Text, Style, CultureInfo.InvariantCulture, out var number)
            ? new NumberOperand(number)
            : Fail(operand, "A number such as 3 or 2.5 is expected.", "a number");
    }

    private Operand? ReadBoolean(SyntaxOperand operand) =>
        bool.TryParse(operand.Text, out var isTrue) ? new BooleanOperand(isTrue) : Fail(operand, "true or false is expected.", "true", "false");

    private Operand? ReadChoice(Field field, SyntaxOperand operand)
    {
        for (var i = 0; i < field.Choices.Count; i++)
        {
            if (Folded(field.Choices[i]) == Folded(operand.Text))
            {
                return new ChoiceOperand(field.Choices[i], i);
            }
        }

        if (field.IsOpen && operand.Text.Length > 0)
        {
            return new ChoiceOperand(Folded(operand.Text), -1);
        }

        var near = NearNames.Of(Folded(operand.Text), field.Choices);
        return Fail(
            operand,
            $"{field} is one of {string.Join(", ", field.Choices)}.{Shortened.Hint(near)}",
            near.Count > 0 ? near : field.Choices);
    }

    private Operand? ReadPeople(Field field, SyntaxOperand operand)
    {
        if (!operand.IsQuoted && operand.Text.Equals(Caller, StringComparison.OrdinalIgnoreCase))
        {
            return new CallerOperand();
        }

        if (Guid.TryParseExact(operand.Text, "D", out var id))
        {
            return new PeopleOperand(id.ToString(), [id]);
        }

        if (catalogue.PeopleNamed(operand.Text) is { Count: > 0 } ids)
        {
            return new PeopleOperand(operand.Text, [.. ids]);
        }

        var near = NearNames.Of(operand.Text, catalogue.PeopleNames);
        return Fail(
            operand,
            $"Nobody in your projects is called \"{Shortened.Text(operand.Text)}\".{Shortened.Hint(near)} For none write {field} is empty.",
            [.. near, Caller, "an id", "a name"]);
    }

    private Operand? ReadRelation(Field field, SyntaxOperand operand)
    {
        if (Guid.TryParseExact(operand.Text, "D", out var id))
        {
            return new IdOperand(id);
        }

        if (!operand.IsQuoted && field.WordOf(operand.Text) is { } word)
        {
            return new WordOperand(word);
        }

        return field.KeyOf(operand.Text) is { } key
            ? new KeyOperand(key)
            : Fail(operand, $"A key such as {field.Example} or an id is expected.", field.Example, "an id");
    }

    private static string Folded(string text) => text.Trim().ToLowerInvariant().Replace(' ', '_');

    private Operand? Fail(SyntaxOperand operand, string detail, params IEnumerable<string> expected) => Fail(operand.Position, detail, expected);

    private Operand? Fail(int position, string detail, params IEnumerable<string> expected)
    {
        Fault ??= QueryFault.At(position, detail, expected);
        return null;
    }
}
