using System.Globalization;
using Waymark.Querying.Formulas;
using Waymark.Tasks.Querying;

namespace Waymark.Tasks.Computing;

/// <summary>
/// Writes a formula as an expression over task <c>t</c> in project <c>p</c> that never fails: what has no value gives none, and so does what
/// goes beyond all bounds. Constants are written out, as numbers and dates cannot carry anything else.
/// </summary>
internal static class FormulaSql
{
    /// <summary>Numbers from here on are no values; JSON carries smaller ones exactly.</summary>
    private const string TooMuch = "1000000000000000";

    /// <summary>A date is moved by fewer days: from the year 1 on, so many earlier are still within what the database can hold.</summary>
    private const string TooManyDays = "1500000";

    /// <summary>The member that follows from links to other tasks.</summary>
    public const string Blocked = "blocked";

    private const string BeforeAllDates = "date '0001-12-31 BC'";
    private const string AfterAllDates = "date '10000-01-01'";

    /// <summary>The value of a field, in the type of its values; what a task keeps from another type of its own is none.</summary>
    public static string ValueOf(Guid fieldId, FormulaType type, FieldsOfFormulas fields, string task = "t")
    {
        var text = $"({KnownField.Sql($"{task}.custom_fields ->> '{fieldId}'", fields.TaskTypesOf(fieldId), task)})";
        return type switch
        {
            FormulaType.Date => $"{text}::date",
            FormulaType.Checkbox => $"coalesce({text}::boolean, false)",
            _ => $"{text}::numeric",
        };
    }

    /// <summary>A result as it is shown: with at most six decimals.</summary>
    public static string Bounded(string sql, FormulaType type) =>
        type is FormulaType.Number or FormulaType.Money ? $"trim_scale({Between($"round({sql}, 6)", $"-{TooMuch}", TooMuch)})" : $"({sql})";

    public static string Write(Formula formula, FieldsOfFormulas fields, ComputedOver over) => formula switch
    {
        NumberConstant constant => $"{constant.Number.ToString(CultureInfo.InvariantCulture)}::numeric",
        DateConstant constant => $"date '{constant.Day:yyyy-MM-dd}'",
        CheckboxConstant constant => constant.IsTrue ? "true" : "false",
        MemberOfTask member => MemberSql(member, over),
        ValueOfField field => ValueOf(field.FieldId, field.Type, fields),
        Opposite opposite => $"(- {Write(opposite.Part, fields, over)})",
        Contrary contrary => $"(not {Write(contrary.Part, fields, over)})",
        Emptiness emptiness => $"({Write(emptiness.Part, fields, over)} is null)",
        Operation operation => OperationSql(operation, Write(operation.Left, fields, over), Write(operation.Right, fields, over)),
        FunctionCall call => FunctionSql(call, [.. call.Arguments.Select(a => Write(a, fields, over))]),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    private static string MemberSql(MemberOfTask member, ComputedOver over) => member.Name switch
    {
        "start" => "coalesce(t.start_on, (t.start_at at time zone p.time_zone)::date)",
        "due" => "coalesce(t.due_on, (t.due_at at time zone p.time_zone)::date)",
        "today" => "(@now at time zone p.time_zone)::date",
        Blocked => TaskQueryFields.BlockedAmong(over.Tasks ?? throw new InvalidOperationException("No other task is known here.")),
        var name when member.Type == FormulaType.Date => $"({ColumnOf(name)} at time zone p.time_zone)::date",
        var name when member.Type == FormulaType.Checkbox => $"({ColumnOf(name)} is true)",
        var name => $"({ColumnOf(name)})::numeric",
    };

    private static string ColumnOf(string name) => TaskQueryFields.Of(TaskQueryFields.Find(name)!).Column;

    private static string OperationSql(Operation operation, string left, string right) => operation.Operator switch
    {
        FormulaOperator.Add when operation.Type == FormulaType.Date => operation.Left.Type == FormulaType.Date ? Moved(left, "+", right) : Moved(right, "+", left),
        FormulaOperator.Subtract when operation.Type == FormulaType.Date => Moved(left, "-", right),
        // So many decimals in front that the quotient has more than it is rounded to.
        FormulaOperator.Divide => $"round(({left} + 0.0000000000000000) / nullif({right}, 0), 12)",
        var other => $"({left} {SignOf(other)} {right})",
    };

    private static string Moved(string date, string sign, string days) =>
        Between($"({date} {sign} {Between($"round({days})", $"-{TooManyDays}", TooManyDays)}::int)", BeforeAllDates, AfterAllDates);

    private static string SignOf(FormulaOperator operation) => operation switch
    {
        FormulaOperator.Add => "+",
        FormulaOperator.Subtract => "-",
        FormulaOperator.Multiply => "*",
        FormulaOperator.Equal => "=",
        FormulaOperator.NotEqual => "<>",
        FormulaOperator.Less => "<",
        FormulaOperator.LessOrEqual => "<=",
        FormulaOperator.Greater => ">",
        FormulaOperator.GreaterOrEqual => ">=",
        FormulaOperator.And => "and",
        FormulaOperator.Or => "or",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static string FunctionSql(FunctionCall call, string[] arguments) => call.Function switch
    {
        FormulaFunction.Min => $"least({string.Join(", ", arguments)})",
        FormulaFunction.Max => $"greatest({string.Join(", ", arguments)})",
        FormulaFunction.Abs => $"abs({arguments[0]})",
        FormulaFunction.Coalesce => $"coalesce({string.Join(", ", arguments)})",
        FormulaFunction.If => $"case when {arguments[0]} then {arguments[1]} else {arguments[2]} end",
        FormulaFunction.Days => $"({arguments[1]} - {arguments[0]})::numeric",
        FormulaFunction.Round => $"round({arguments[0]}{(arguments.Length > 1 ? $", {((NumberConstant)call.Arguments[1]).Number.ToString("0", CultureInfo.InvariantCulture)}" : "")})",
        _ => throw new ArgumentOutOfRangeException(nameof(call)),
    };

    /// <summary>The value where it lies between two bounds; evaluated once, and nothing where there is none.</summary>
    private static string Between(string sql, string least, string most) => $"nullif(nullif(least(greatest({sql}, {least}), {most}), {most}), {least})";
}
