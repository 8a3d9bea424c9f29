using Waymark.Querying.Formulas;

namespace Waymark.Tasks.Computing;

/// <summary>
/// A formula or a roll-up of one project, as an expression over task <c>t</c> in project <c>p</c>. Lists, filters and orders all have its
/// values from there.
/// </summary>
/// <param name="Id">The field.</param>
/// <param name="ProjectId">Whose tasks have it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Sql">A <c>numeric</c>, a <c>date</c> or a <c>boolean</c>.</param>
internal sealed record ComputedField(Guid Id, Guid ProjectId, string Name, FormulaType Type, string Sql)
{
    /// <summary>The value as it stands among the values of other fields.</summary>
    public string Value => Type == FormulaType.Date ? $"to_char({Sql}, 'YYYY-MM-DD')" : Sql;

    /// <summary>The computed one of the fields that a project has; null of one that people set.</summary>
    public static ComputedField? Of(KnownField field, FieldsOfFormulas others, ComputedOver over)
    {
        if (field.ResultType is null || FormulaTypes.Of(field.ResultType) is not { } type)
        {
            return null;
        }

        var sql = field.Formula is { } formula ? FormulaSqlOf(formula, type, others, over)
            : field.RollUpFunction is { } function ? RollUpSql.Write(function, field.RollUpFieldId, others, over)
            : null;
        var value = sql is null ? NoValue(type) : FormulaSql.Bounded(sql, type);
        return new ComputedField(field.Id, field.ProjectId, field.Name, type, field.TaskTypes.Length == 0 ? value : $"({KnownField.Sql(value, field.TaskTypes)})");
    }

    private static string? FormulaSqlOf(string formula, FormulaType type, FieldsOfFormulas others, ComputedOver over) =>
        FormulaLanguage.Read(formula, others).Formula is { } tree && tree.Type == type && (over.KnowsLinks || !tree.Names(FormulaSql.Blocked)) ? FormulaSql.Write(tree, others, over) : null;

    /// <summary>Where a field is not known yet or any more, whatever computes with it has no value; nor has what looks at something that cannot be told.</summary>
    private static string NoValue(FormulaType type) => type switch
    {
        FormulaType.Date => "null::date",
        FormulaType.Checkbox => "null::boolean",
        _ => "null::numeric",
    };
}

/// <summary>The plain fields of one project by their ids, as stored formulas name them.</summary>
internal sealed class FieldsOfFormulas(IEnumerable<KnownField> fields) : IFormulaFields
{
    private readonly Dictionary<Guid, (FormulaType? Type, string[] TaskTypes)> _fields = fields.ToDictionary(f => f.Id, f => (FormulaTypes.Of(f.Type), f.TaskTypes));

    IReadOnlyList<string> IFormulaFields.Names => [];

    /// <summary>What the values of a field are; null where nothing can be computed with them.</summary>
    public FormulaType? TypeOf(Guid fieldId) => _fields.GetValueOrDefault(fieldId).Type;

    /// <summary>The types whose tasks have a field; all have it where there are none.</summary>
    public string[] TaskTypesOf(Guid fieldId) => _fields.TryGetValue(fieldId, out var field) ? field.TaskTypes : [];

    FormulaField? IFormulaFields.Find(string text) => Guid.TryParse(text, out var id) && TypeOf(id) is { } type ? new FormulaField(id, type) : null;
}
