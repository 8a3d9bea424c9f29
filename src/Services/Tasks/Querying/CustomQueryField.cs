using System.Text.Json;
using NpgsqlTypes;
using Waymark.Contracts.Projects;
using Waymark.Querying.Fields;
using Waymark.Tasks.Computing;

namespace Waymark.Tasks.Querying;

/// <summary>
/// The custom fields of one name and type in the projects that a query looks at. A task has values of its own project's fields only,
/// so the first value under one of their ids is the task's.
/// </summary>
internal sealed record CustomQueryField(string Type, IReadOnlyList<Guid> FieldIds) : IQueryFieldSource
{
    /// <summary>The types whose tasks have one of these fields; where nothing is said tasks of all types have it.</summary>
    public IReadOnlyDictionary<Guid, string[]> TaskTypes { get; init; } = new Dictionary<Guid, string[]>();

    private string Json => First("->");

    private string Text => First("->>");

    /// <summary>The field as the checker knows it.</summary>
    public Field FieldNamed(string name) => new(name, TypeOf(Type))
    {
        IsCustom = true,
        IsSortable = Type is not (CustomFieldTypes.Choices or CustomFieldTypes.Person or CustomFieldTypes.Checkbox),
        Source = this,
    };

    /// <summary>Where it is read.</summary>
    public TaskQueryField For(Field field)
    {
        var (column, valueOf) = Read();
        return new TaskQueryField(field, [column], valueOf)
        {
            // An index finds the tasks that have the field at all.
            Guard = $"t.custom_fields ?| array[{string.Join(", ", FieldIds.Select(id => $"'{id}'"))}]",
            Sort = field.IsSortable ? [Order()] : [],
        };
    }

    private (string Column, Func<QueriedTask, object?> ValueOf) Read() => Type switch
    {
        CustomFieldTypes.Number or CustomFieldTypes.Money or CustomFieldTypes.Rating => ($"{Text}::numeric", t => ValueIn(t.Task)?.GetDecimal()),
        CustomFieldTypes.Date => (
            $"({Text}::timestamp at time zone p.time_zone)",
            t => ValueIn(t.Task) is { } day && Moment.TryParse(day.GetString(), out var moment) ? moment.Effective(TimeZones.Find(t.Project.TimeZone), isEnd: false) : null),
        CustomFieldTypes.Choices => (
            $"coalesce((select array_agg(v) from jsonb_array_elements_text({Json}) v), '{{}}')",
            t => ValueIn(t.Task)?.EnumerateArray().Select(v => v.GetString()!).ToArray() ?? []),
        CustomFieldTypes.Person => ($"{Text}::uuid", t => ValueIn(t.Task) is { } person ? new[] { person.GetGuid() } : []),
        CustomFieldTypes.Checkbox => ($"({Text}::boolean is true)", t => ValueIn(t.Task)?.GetBoolean() == true),
        _ => ($"coalesce({Text}, '')", t => new[] { ValueIn(t.Task)?.GetString() ?? "" }),
    };

    private SortColumn Order() => Type is CustomFieldTypes.Number or CustomFieldTypes.Money or CustomFieldTypes.Rating
        ? new SortColumn($"{Text}::numeric", NpgsqlDbType.Numeric, IsNullable: true, (t, _) => ValueIn(t)?.GetRawText())
        : new SortColumn(Text, NpgsqlDbType.Text, IsNullable: true, (t, _) => ValueIn(t)?.GetString());

    /// <summary>The value under the first of these ids; the values of a task that is read for a list have the computed ones among them.</summary>
    public static JsonElement? ValueIn(TaskItem task, IEnumerable<Guid> fieldIds)
    {
        if (task.CustomJson is null)
        {
            return null;
        }

        var values = task.Custom;
        return fieldIds.Select(values.Of).FirstOrDefault(v => v is not null);
    }

    private JsonElement? ValueIn(TaskItem task) =>
        ValueIn(task, FieldIds.Where(id => TypesOf(id) is not { Length: > 0 } types || types.Contains(task.Type, StringComparer.Ordinal)));

    private string First(string arrow)
    {
        var values = FieldIds.Select(id => KnownField.Sql($"t.custom_fields {arrow} '{id}'", TypesOf(id))).ToList();
        return values is [var only] ? $"({only})" : $"coalesce({string.Join(", ", values)})";
    }

    private string[] TypesOf(Guid fieldId) => TaskTypes.GetValueOrDefault(fieldId, []);

    private static FieldType TypeOf(string type) => type switch
    {
        CustomFieldTypes.Number or CustomFieldTypes.Money or CustomFieldTypes.Rating => FieldType.Number,
        CustomFieldTypes.Date => FieldType.Moment,
        CustomFieldTypes.Choices => FieldType.Labels,
        CustomFieldTypes.Person => FieldType.Person,
        CustomFieldTypes.Checkbox => FieldType.Boolean,
        _ => FieldType.Text,
    };
}

/// <summary>Where a custom field of a query is read.</summary>
internal interface IQueryFieldSource
{
    /// <summary>The columns of the field.</summary>
    TaskQueryField For(Field field);
}
