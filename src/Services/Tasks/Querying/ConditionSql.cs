using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Waymark.Querying;
using Waymark.Querying.Fields;
using Waymark.Querying.Tree;
using Waymark.Tasks.Searching;

namespace Waymark.Tasks.Querying;

/// <summary>
/// Writes a query's condition as SQL over task <c>t</c> in project <c>p</c>. Every value travels as a parameter. A contrary is
/// pushed down to the comparisons and written there as <c>is not true</c>, so that what is absent counts as false before and
/// as true behind a <c>not</c>, and an index can still serve what is asked for positively.
/// </summary>
internal sealed class ConditionSql(Guid callerId, List<NpgsqlParameter> parameters)
{
    private readonly MomentSql _moments = new(parameters);

    public string Write(Condition condition, bool isNegated = false) => condition switch
    {
        AllOf all => Join(all.Parts, isNegated ? " or " : " and ", isNegated),
        AnyOf any => Join(any.Parts, isNegated ? " and " : " or ", isNegated),
        Not not => Write(not.Part, !isNegated),
        Comparison comparison => Write(comparison, isNegated),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private string Join(IEnumerable<Condition> parts, string joint, bool isNegated) =>
        $"({string.Join(joint, parts.Select(part => Write(part, isNegated)))})";

    private string Write(Comparison comparison, bool isNegated)
    {
        var positive = Comparators.Positive(comparison.Comparator);
        var field = TaskQueryFields.Of(comparison.Field);
        var sql = positive == Comparator.IsEmpty ? Empty(field) : Guarded(field, positive, comparison.Operands);
        return isNegated == (positive == comparison.Comparator) ? $"({sql}) is not true" : sql;
    }

    /// <summary>A field without a value fits nothing, but that a box is not ticked.</summary>
    private string Guarded(TaskQueryField field, Comparator comparator, Sequence<Operand> operands)
    {
        var sql = Write(field, comparator, operands);
        return field.Guard.Length == 0 || field.Field.Type == FieldType.Boolean ? sql : $"({field.Guard} and {sql})";
    }

    private static string Empty(TaskQueryField field) => field.Field.Type switch
    {
        FieldType.Text or FieldType.Prose => $"({string.Join(" and ", field.Columns.Select(c => $"{c} = ''"))})",
        FieldType.People or FieldType.Labels => $"{field.Column} = '{{}}'",
        FieldType.Relation when field.None.Length > 0 => field.None,
        _ => $"{field.Column} is null",
    };

    private string Write(TaskQueryField field, Comparator comparator, Sequence<Operand> operands) => field.Field.Type switch
    {
        FieldType.Text or FieldType.Prose => Texts(field, comparator, operands),
        FieldType.Labels => Labels(field, comparator, operands),
        FieldType.Number => Numbers(field, comparator, operands),
        FieldType.Choice => Choices(field, comparator, operands),
        FieldType.Moment => $"({string.Join(" or ", operands.Select(o => _moments.Write(field, comparator, ((MomentOperand)o).Date)))})",
        FieldType.Person => $"{field.Column} = any({Add(People(operands))})",
        FieldType.People => People(field, Add(People(operands))),
        FieldType.Boolean => ((BooleanOperand)operands[0]).IsTrue ? field.Column : $"{field.Column} is not true",
        _ => Relations(field, operands),
    };

    private string Texts(TaskQueryField field, Comparator comparator, Sequence<Operand> operands)
    {
        if (comparator != Comparator.Contains)
        {
            return $"lower({field.Column}) = any({Add(Folded(operands))})";
        }

        var pattern = Pattern(operands);
        return $"({string.Join(" or ", field.Columns.Select(column => $"{column} ilike {pattern}"))})";
    }

    private string Labels(TaskQueryField field, Comparator comparator, Sequence<Operand> operands) =>
        comparator == Comparator.Contains
            ? $"exists (select from unnest({field.Column}) l where l ilike {Pattern(operands)})"
            : $"exists (select from unnest({field.Column}) l where lower(l) = any({Add(Folded(operands))}))";

    private string Numbers(TaskQueryField field, Comparator comparator, Sequence<Operand> operands)
    {
        var numbers = operands.Select(o => ((NumberOperand)o).Number).ToArray();
        // An index over whole numbers serves whole numbers alone.
        var isWhole = numbers.All(n => n == decimal.Truncate(n) && n is >= int.MinValue and <= int.MaxValue);
        return isWhole ? Compared(field, comparator, Array.ConvertAll(numbers, n => (int)n)) : Compared(field, comparator, numbers);
    }

    private string Choices(TaskQueryField field, Comparator comparator, Sequence<Operand> operands)
    {
        var choices = operands.Cast<ChoiceOperand>().ToList();
        if (field.IsStoredByRank)
        {
            return Compared(field, comparator, choices.ConvertAll(c => (short)c.Rank).ToArray());
        }

        // Only an equality lets an index give the rows in the list's order.
        return choices is [var only] ? $"{field.Column} = {Add(only.Key)}" : $"{field.Column} = any({Add(choices.ConvertAll(c => c.Key).ToArray())})";
    }

    private string Compared<T>(TaskQueryField field, Comparator comparator, T[] values) => comparator is Comparator.Equal or Comparator.In
        ? $"{field.Column} = any({Add(values)})"
        : $"{field.Column} {Comparators.TextOf(comparator)} {Add(values[0])}";

    private string Relations(TaskQueryField field, Sequence<Operand> operands)
    {
        var ids = operands.OfType<IdOperand>().Select(o => o.Id).ToArray();
        var keys = operands.OfType<KeyOperand>().Select(o => field.IsByNumber ? o.Key.Split('-') : [o.Key]).ToArray();
        var conditions = new List<string>();
        if (ids.Length > 0)
        {
            // Only an equality lets an index give the rows in the list's order.
            conditions.Add(ids is [var only] && field.None.Length == 0 ? $"{field.Column} = {Add(only)}" : Formatted(field.ById, Add(ids)));
        }

        if (keys.Length > 0)
        {
            var numbers = field.IsByNumber ? Add(Array.ConvertAll(keys, k => int.Parse(k[1], CultureInfo.InvariantCulture))) : "";
            conditions.Add(Formatted(field.ByKey, Add(Array.ConvertAll(keys, k => k[0])), numbers));
        }

        conditions.AddRange(operands.OfType<WordOperand>().Select(o => field.ByWord[o.Word]));

        return $"({string.Join(" or ", conditions)})";
    }

    private static string Formatted(string condition, params object[] parameters) => string.Format(CultureInfo.InvariantCulture, condition, parameters);

    /// <summary>The last part of the condition lets the partial index answer.</summary>
    private static string People(TaskQueryField field, string people)
    {
        var (column, indexed) = (field.Column, field.Among);
        return column == indexed ? $"({column} && {people} and {column} <> '{{}}')" : $"({column} && {people} and {indexed} && {people} and {indexed} <> '{{}}')";
    }

    private Guid[] People(Sequence<Operand> operands) =>
        [.. operands.SelectMany(o => o is PeopleOperand people ? people.Ids : (IEnumerable<Guid>)[callerId])];

    private static string[] Folded(Sequence<Operand> operands) => [.. operands.Select(o => ((TextOperand)o).Text.ToLowerInvariant())];

    private string Pattern(Sequence<Operand> operands) => Add(LikePattern.Containing(((TextOperand)operands[0]).Text));

    private string Add<T>(T value) => parameters.AddNext(new NpgsqlParameter<T> { TypedValue = value });
}

/// <summary>Names the parameters of a query in their order.</summary>
internal static class QueryParameters
{
    /// <summary>Adds a parameter, and gives the name by which the statement refers to it.</summary>
    public static string AddNext(this List<NpgsqlParameter> parameters, NpgsqlParameter parameter)
    {
        parameter.ParameterName = $"q{parameters.Count}";
        parameters.Add(parameter);
        return "@" + parameter.ParameterName;
    }

    /// <summary>Adds a value of a type that must be told.</summary>
    public static string AddNext(this List<NpgsqlParameter> parameters, object value, NpgsqlDbType type) =>
        parameters.AddNext(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
}
