namespace Waymark.Querying.Formulas;

/// <summary>What every task has that a formula can compute with; the names are those of the query language, dates are days in the project's time zone.</summary>
public static class FormulaMembers
{
    /// <summary>The members with their types.</summary>
    public static readonly IReadOnlyDictionary<string, FormulaType> All = new Dictionary<string, FormulaType>(StringComparer.OrdinalIgnoreCase)
    {
        ["estimate"] = FormulaType.Number,
        ["difficulty"] = FormulaType.Number,
        ["progress"] = FormulaType.Number,
        ["start"] = FormulaType.Date,
        ["due"] = FormulaType.Date,
        ["completed"] = FormulaType.Date,
        ["created"] = FormulaType.Date,
        ["updated"] = FormulaType.Date,
        ["today"] = FormulaType.Date,
        ["overdue"] = FormulaType.Checkbox,
        ["blocked"] = FormulaType.Checkbox,
    };
}
