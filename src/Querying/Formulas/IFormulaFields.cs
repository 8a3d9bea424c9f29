namespace Waymark.Querying.Formulas;

/// <summary>The custom fields that a formula can name; given by whoever reads one.</summary>
public interface IFormulaFields
{
    /// <summary>The names of those that a formula can compute with, for who misspelt one.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The field that stands in <c>field("…")</c>, by its name or by its id; null when there is none.</summary>
    FormulaField? Find(string text);
}

/// <summary>A custom field as a formula sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">What its values are; null where a formula cannot compute with them.</param>
/// <param name="Fault">Why not.</param>
public sealed record FormulaField(Guid Id, FormulaType? Type, string Fault = "");
