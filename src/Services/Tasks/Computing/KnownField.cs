using Npgsql;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Listing;

namespace Waymark.Tasks.Computing;

/// <summary>A custom field of a project with what is computed in it.</summary>
internal sealed record KnownField(Guid Id, Guid ProjectId, string Name, string Type)
{
    private const int Most = 2_000;

    private const string Columns = "select f.id, f.project_id, f.name, f.type, f.formula, f.roll_up_function, f.roll_up_field_id, f.result_type, f.task_types from project_field f";

    private const string OfProjects = $"{Columns} join project p on p.id = f.project_id where p.id = any(@projects) and {ProjectFields.HaveComputed} and not f.is_gone";

    private const string OfList =
        $"""
        {Columns}
        where not f.is_gone and f.project_id in ({AccessSql.VisibleProjects}) and (cardinality(@projects) = 0 or f.project_id = any(@projects))
        order by f.id limit @most
        """;

    public string? Formula { get; init; }

    public string? RollUpFunction { get; init; }

    public Guid? RollUpFieldId { get; init; }

    /// <summary>What the values of a computed field are; null where people set them.</summary>
    public string? ResultType { get; init; }

    /// <summary>The types whose tasks have it; all tasks have it where there are none.</summary>
    public string[] TaskTypes { get; init; } = [];

    /// <summary>A value of task <paramref name="task"/> where its type is one of these; any, where there are none.</summary>
    public static string Sql(string value, string[] taskTypes, string task = "t") => taskTypes.Length == 0 ? value
        : $"case when {task}.type in ({string.Join(", ", taskTypes.Select(key => $"'{key.Replace("'", "''", StringComparison.Ordinal)}'"))}) then {value} end";

    /// <summary>All fields of those of some projects that have computed ones.</summary>
    public static async Task<IReadOnlyList<KnownField>> OfComputingAsync(TasksDbContext db, IReadOnlyCollection<Guid> projects, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(OfProjects, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. projects]));
        return await ReadAsync(command, ct);
    }

    /// <summary>The fields of the caller's projects, or of those that a list is narrowed to.</summary>
    public static async Task<IReadOnlyList<KnownField>> OfListAsync(TasksDbContext db, TaskFilterQuery list, Guid callerId, CancellationToken ct)
    {
        var projects = TaskFilterQuery.Values(list.ProjectId).Where(v => Guid.TryParse(v, out _)).Select(Guid.Parse).ToArray();
        await using var command = await db.CommandAsync(OfList, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", projects));
        command.Parameters.Add(new NpgsqlParameter<int>("most", Most));
        return await ReadAsync(command, ct);
    }

    private static async Task<IReadOnlyList<KnownField>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var row = await command.ExecuteReaderAsync(ct);
        var fields = new List<KnownField>();
        while (await row.ReadAsync(ct))
        {
            fields.Add(new KnownField(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3))
            {
                Formula = row.IsDBNull(4) ? null : row.GetString(4),
                RollUpFunction = row.IsDBNull(5) ? null : row.GetString(5),
                RollUpFieldId = row.IsDBNull(6) ? null : row.GetGuid(6),
                ResultType = row.IsDBNull(7) ? null : row.GetString(7),
                TaskTypes = row.GetFieldValue<string[]>(8),
            });
        }

        return fields;
    }
}
