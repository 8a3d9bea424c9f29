using Waymark.Contracts.Projects;
using Waymark.Querying.Fields;
using Waymark.Querying.Syntax;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Listing;

namespace Waymark.Tasks.Querying;

/// <summary>
/// The custom fields that a query may name: those of the caller's projects, or of the projects that the list is narrowed to. They are
/// read only when a query names one. Where projects disagree about the type of a name, the type that most of them have counts.
/// </summary>
internal static class CustomFieldsOfQuery
{
    private static bool AreNamedIn(SyntaxQuery query) => query.Names().Any(n => n.IsCustom);

    /// <summary>The fields as the checker knows them, and those among them that are computed; none are read where none is named, unless they are needed in any case.</summary>
    public static async Task<(IReadOnlyList<Field> Custom, ComputedFields Computed)> ReadAsync(
        TasksDbContext db, TaskFilterQuery list, SyntaxQuery query, bool needsFields, Guid callerId, CancellationToken ct)
    {
        var known = needsFields || AreNamedIn(query) ? await KnownField.OfListAsync(db, list, callerId, ct) : [];
        var computed = ComputedFields.Of(known);
        return (Of(known, computed), computed);
    }

    private static IReadOnlyList<Field> Of(IReadOnlyList<KnownField> known, ComputedFields computed) =>
    [
        .. from field in known
           group field by LabelNames.Fold(field.Name) into same
           let type = same.GroupBy(KindOf, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(f => f.Id)).First()
           select FieldOf(type, computed),
    ];

    /// <summary>Fields that are compared alike: computed ones by what comes of them, an amount of money being a number.</summary>
    private static string KindOf(KnownField field) => field.ResultType switch
    {
        null => field.Type,
        CustomFieldTypes.Money or CustomFieldTypes.Number => "computed number",
        var type => $"computed {type}",
    };

    private static Field FieldOf(IGrouping<string, KnownField> same, ComputedFields computed)
    {
        var ids = same.Select(f => f.Id).ToList();
        var fields = computed.All.Where(f => ids.Contains(f.Id)).ToList();
        return fields.Count == 0
            ? new CustomQueryField(same.First().Type, ids) { TaskTypes = same.ToDictionary(f => f.Id, f => f.TaskTypes) }.FieldNamed(same.First().Name)
            : new ComputedQueryField(fields[0].Type, fields).FieldNamed(same.First().Name);
    }
}
