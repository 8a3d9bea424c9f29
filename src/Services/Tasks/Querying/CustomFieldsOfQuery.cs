using Npgsql;
using Waymark.Querying.Fields;
using Waymark.Querying.Syntax;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Querying;

/// <summary>
/// The custom fields that a query may name: those of the caller's projects, or of the projects that the list is narrowed to. They are
/// read only when a query names one. Where projects disagree about the type of a name, the type that most of them have counts.
/// </summary>
internal static class CustomFieldsOfQuery
{
    private const int Most = 2_000;

    private const string Query =
        $"""
        select f.id, f.name, f.type, f.task_types from project_field f
        where not f.is_gone and f.project_id in ({AccessSql.VisibleProjects}) and (cardinality(@projects) = 0 or f.project_id = any(@projects))
        order by f.id limit @most
        """;

    public static async Task<IReadOnlyList<Field>> FindAsync(TasksDbContext db, SyntaxQuery query, TaskListQuery list, Guid callerId, CancellationToken ct)
    {
        if (!query.Comparisons().Any(c => c.Name.IsCustom) && !query.OrderBy.Any(o => o.Name.IsCustom))
        {
            return [];
        }

        var projects = TaskListQuery.Values(list.ProjectId).Where(v => Guid.TryParse(v, out _)).Select(Guid.Parse).ToArray();
        var found = await ReadAsync(db, projects, callerId, ct);
        return
        [
            .. from field in found
               group field by LabelNames.Fold(field.Name) into same
               let type = same.GroupBy(f => f.Type, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(f => f.Id)).First()
               let custom = new CustomQueryField(type.Key, [.. type.Select(f => f.Id)]) { TaskTypes = type.ToDictionary(f => f.Id, f => f.TaskTypes) }
               select custom.FieldNamed(type.First().Name),
        ];
    }

    private static async Task<List<(Guid Id, string Name, string Type, string[] TaskTypes)>> ReadAsync(TasksDbContext db, Guid[] projects, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", projects));
        command.Parameters.Add(new NpgsqlParameter<int>("most", Most));
        await using var row = await command.ExecuteReaderAsync(ct);
        var fields = new List<(Guid, string, string, string[])>();
        while (await row.ReadAsync(ct))
        {
            fields.Add((row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3)));
        }

        return fields;
    }
}
