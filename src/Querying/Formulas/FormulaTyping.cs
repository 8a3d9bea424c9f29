using Waymark.Querying.Syntax;
using static Waymark.Querying.Formulas.FormulaType;

namespace Waymark.Querying.Formulas;

/// <summary>Which values go together, and what comes of them.</summary>
internal static class FormulaTyping
{
    private const int MaxArguments = 20;
    private const int MaxDecimals = 6;

    private static readonly Dictionary<string, FormulaFunction> Functions =
        Enum.GetValues<FormulaFunction>().ToDictionary(f => f.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of all functions.</summary>
    public static IReadOnlyList<string> FunctionNames => [.. Functions.Keys];

    /// <summary>The function of this name.</summary>
    public static FormulaFunction? FunctionNamed(string name) => Functions.TryGetValue(name, out var function) ? function : null;

    public static TypedFormula Opposite(FormulaPart part) =>
        IsNumber(part.Formula.Type) ? Is(new Opposite(part.Formula)) : Wrong(part.Position, "Only a number has an opposite.", "a number");

    public static TypedFormula Contrary(FormulaPart part) =>
        part.Formula.Type == Checkbox ? Is(new Contrary(part.Formula)) : Wrong(part.Position, "not goes with a condition.", "a condition");

    public static TypedFormula Combine(FormulaOperator operation, Token sign, FormulaPart left, FormulaPart right) =>
        TypeOf(operation, left.Formula.Type, right.Formula.Type) is { } type
            ? Is(new Operation(operation, left.Formula, right.Formula, type))
            : operation == FormulaOperator.Subtract && (left.Formula.Type, right.Formula.Type) == (Date, Date)
                ? Wrong(sign.Position, "For the days between two dates write days(from, to).", "days(from, to)")
                : Wrong(sign.Position, $"{sign.Text} does not go between {WordOf(left.Formula.Type)} and {WordOf(right.Formula.Type)}.", Expected(operation));

    public static TypedFormula Call(FormulaFunction function, Token name, IReadOnlyList<FormulaPart> arguments)
    {
        var (least, most) = ArgumentsOf(function);
        if (arguments.Count < least || arguments.Count > most)
        {
            return Wrong(name.Position, $"{name.Text} takes {(least == most ? $"{least}" : $"{least} to {most}")} values.", $"{name.Text}(…)");
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (!Takes(function, arguments[i].Formula, i))
            {
                return Wrong(arguments[i].Position, $"{name.Text} does not take {WordOf(arguments[i].Formula.Type)} here.", ExpectedIn(function, i));
            }
        }

        var formulas = arguments.Select(a => a.Formula).ToList();
        var results = formulas.Skip(function == FormulaFunction.If ? 1 : 0).ToList();
        return function switch
        {
            FormulaFunction.Days => Is(new FunctionCall(function, [.. formulas], Number)),
            FormulaFunction.Round or FormulaFunction.Abs => Is(new FunctionCall(function, [.. formulas], formulas[0].Type)),
            _ when Common(results) is { } type => Is(new FunctionCall(function, [.. formulas], type)),
            _ => Wrong(name.Position, $"The values that {name.Text} chooses from are of different types.", WordOf(results[0].Type)),
        };
    }

    private static FormulaType? TypeOf(FormulaOperator operation, FormulaType left, FormulaType right)
    {
        var areNumbers = IsNumber(left) && IsNumber(right);
        return operation switch
        {
            FormulaOperator.And or FormulaOperator.Or => (left, right) == (Checkbox, Checkbox) ? Checkbox : null,
            FormulaOperator.Equal or FormulaOperator.NotEqual => areNumbers || left == right ? Checkbox : null,
            FormulaOperator.Less or FormulaOperator.LessOrEqual or FormulaOperator.Greater or FormulaOperator.GreaterOrEqual =>
                areNumbers || (left, right) == (Date, Date) ? Checkbox : null,
            FormulaOperator.Add when (left, right) is (Date, Number) or (Number, Date) => Date,
            FormulaOperator.Subtract when (left, right) == (Date, Number) => Date,
            _ when !areNumbers => null,
            FormulaOperator.Add or FormulaOperator.Subtract => left == Money ? Money : right,
            FormulaOperator.Multiply => left == right ? Number : Money,
            _ => left == Money && right == Number ? Money : Number,
        };
    }

    private static bool Takes(FormulaFunction function, Formula argument, int place) => (function, place) switch
    {
        (FormulaFunction.If, 0) => argument.Type == Checkbox,
        (FormulaFunction.Round, 1) => argument is NumberConstant { Number: >= 0 and <= MaxDecimals } decimals && decimal.IsInteger(decimals.Number),
        (FormulaFunction.Round or FormulaFunction.Abs, _) => IsNumber(argument.Type),
        (FormulaFunction.Days, _) => argument.Type == Date,
        (FormulaFunction.Min or FormulaFunction.Max, _) => argument.Type != Checkbox,
        _ => true,
    };

    private static (int Least, int Most) ArgumentsOf(FormulaFunction function) => function switch
    {
        FormulaFunction.Abs => (1, 1),
        FormulaFunction.Round => (1, 2),
        FormulaFunction.Days => (2, 2),
        FormulaFunction.If => (3, 3),
        _ => (2, MaxArguments),
    };

    /// <summary>The type of values of which one is taken; null when they have none in common.</summary>
    private static FormulaType? Common(List<Formula> formulas) =>
        formulas.All(f => IsNumber(f.Type)) ? (formulas.Any(f => f.Type == Money) ? Money : Number)
        : formulas.All(f => f.Type == formulas[0].Type) ? formulas[0].Type : null;

    private static bool IsNumber(FormulaType type) => type is Number or Money;

    private static string WordOf(FormulaType type) => type switch
    {
        Money => "an amount of money",
        Date => "a date",
        Checkbox => "a condition",
        _ => "a number",
    };

    private static string Expected(FormulaOperator operation) => operation is FormulaOperator.And or FormulaOperator.Or ? "conditions" : "numbers";

    private static string ExpectedIn(FormulaFunction function, int place) => (function, place) switch
    {
        (FormulaFunction.If, 0) => "a condition",
        (FormulaFunction.Round, 1) => $"a whole number from 0 to {MaxDecimals}",
        (FormulaFunction.Days, _) => "a date",
        _ => "a number",
    };

    private static TypedFormula Is(Formula formula) => new(formula, null);

    private static TypedFormula Wrong(int position, string detail, string expected) => new(null, QueryFault.At(position, detail, expected));
}
