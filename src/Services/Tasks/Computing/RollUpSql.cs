using Waymark.Contracts.Projects;
using Waymark.Querying.Formulas;

namespace Waymark.Tasks.Computing;

/// <summary>
/// Writes a roll-up field as an expression over task <c>t</c>: what a function makes of one value of all tasks below, whatever their level.
/// As in the roll-up of a task, cancelled tasks count for nothing but are a way down, and deleted ones are neither.
/// </summary>
internal static class RollUpSql
{
    /// <summary>So many tasks below one are looked at, and no more.</summary>
    private const int MostTasks = 10_000;

    /// <summary>Null where the field is unknown, or nothing that can be rolled up, or the tasks below cannot be told.</summary>
    public static string? Write(string function, Guid? fieldId, FieldsOfFormulas fields, ComputedOver over)
    {
        var value = fieldId is not { } id ? (function == RollUpFunctions.Count ? "1" : "s.estimate_minutes::numeric")
            : fields.TypeOf(id) is { } type and not FormulaType.Checkbox ? FormulaSql.ValueOf(id, type, fields, "s") : null;
        if (value is null || over.Tasks is not { } tasks)
        {
            return null;
        }

        var made =
            $"""
            (with recursive below as (
                select s.id, s.status_category, {value} as value from {tasks} s where s.parent_id = t.id and s.deleted_at is null
                union all
                select s.id, s.status_category, {value}
                from below b cross join lateral (select * from {tasks} c where c.parent_id = b.id and c.deleted_at is null offset 0) s)
            select {Aggregate(function)} from (select * from below limit {MostTasks}) b where b.status_category <> 'cancelled')
            """;
        // Most tasks have none below them; those are told by their counter alone.
        return over.HasCounts ? $"case when t.subtask_count > 0 then {made} {(function == RollUpFunctions.Count ? "else 0" : "")} end" : made;
    }

    private static string Aggregate(string function) => function switch
    {
        RollUpFunctions.Sum => "sum(b.value)",
        RollUpFunctions.Min => "min(b.value)",
        RollUpFunctions.Max => "max(b.value)",
        RollUpFunctions.Average => "avg(b.value)",
        RollUpFunctions.Count => "count(b.value)",
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };
}
