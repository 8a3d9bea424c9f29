using NpgsqlTypes;
using Waymark.Querying.Fields;
using Waymark.Querying.Formulas;
using Waymark.Tasks.Computing;

namespace Waymark.Tasks.Querying;

/// <summary>The computed fields of one name and type in the projects that a query looks at; each project computes its own.</summary>
internal sealed record ComputedQueryField(FormulaType Type, IReadOnlyList<ComputedField> Fields) : IQueryFieldSource
{
    /// <summary>The field as the checker knows it.</summary>
    public Field FieldNamed(string name) => new(name, Type switch { FormulaType.Date => FieldType.Moment, FormulaType.Checkbox => FieldType.Boolean, _ => FieldType.Number })
    {
        IsCustom = true,
        IsSortable = Type != FormulaType.Checkbox,
        Source = this,
    };

    public TaskQueryField For(Field field) => new(field, [Column()], ValueOf)
    {
        Guard = $"t.project_id in ({string.Join(", ", Fields.Select(f => $"'{f.ProjectId}'"))})",
        Sort = field.IsSortable ? [Order()] : [],
    };

    private string Column() => Type switch
    {
        FormulaType.Date => $"({OfProject(f => f.Sql)}::timestamp at time zone p.time_zone)",
        FormulaType.Checkbox => $"({OfProject(f => f.Sql)} is true)",
        _ => OfProject(f => f.Sql),
    };

    private SortColumn Order() => new(
        OfProject(f => f.Value), Type == FormulaType.Date ? NpgsqlDbType.Text : NpgsqlDbType.Numeric, IsNullable: true,
        (t, _) => CustomQueryField.ValueIn(t, Fields.Select(f => f.Id)) is not { } value ? null : Type == FormulaType.Date ? value.GetString() : value.GetRawText());

    private string OfProject(Func<ComputedField, string> sqlOf) =>
        $"(case t.project_id {string.Join(' ', Fields.Select(f => $"when '{f.ProjectId}' then {sqlOf(f)}"))} end)";

    private object? ValueOf(QueriedTask task) => CustomQueryField.ValueIn(task.Task, Fields.Select(f => f.Id)) is not { } value ? null : Type switch
    {
        FormulaType.Date => Moment.TryParse(value.GetString(), out var moment) ? moment.Effective(TimeZones.Find(task.Project.TimeZone), isEnd: false) : null,
        FormulaType.Checkbox => value.GetBoolean(),
        _ => value.GetDecimal(),
    };
}
