namespace Waymark.Querying.Formulas;

/// <summary>The types of formulas as they stand on the wire.</summary>
public static class FormulaTypes
{
    private const string Rating = "rating";

    /// <summary>The word for a type.</summary>
    public static string Wire(FormulaType type) => type.ToString().ToLowerInvariant();

    /// <summary>The type of values of a custom field of this type; null where a formula cannot compute with them.</summary>
    public static FormulaType? Of(string fieldType) =>
        fieldType == Rating ? FormulaType.Number
        : Enum.GetValues<FormulaType>().Cast<FormulaType?>().FirstOrDefault(type => Wire(type!.Value) == fieldType);
}
