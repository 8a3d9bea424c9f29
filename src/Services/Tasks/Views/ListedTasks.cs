using Npgsql;

namespace Waymark.Tasks.Views;

/// <summary>
/// Tasks as they stand in lists, without their long members. The same hundred are read again and again, by each who looks at a project
/// and after each change that the others hear of; so a page asks for the versions of its tasks first, and reads only those that were
/// not written before (ADR 18).
/// </summary>
internal sealed class ListedTasks
{
    private const int SortedBy = 4;

    private static readonly string Version = RowVersion.Columns("t", "p");
    private static readonly int AfterShape = TaskShape.Listed.Width;
    private static readonly string Unknown = $"select {TaskShape.Listed.Columns}, {Version} from {ListTasks.Tasks} where t.id = any($1) and t.deleted_at is null";

    private readonly WrittenRows _written = new();

    /// <summary>Reads a page.</summary>
    /// <returns>Its JSON, and whether there is no task in it.</returns>
    public async Task<(JsonBody Page, bool IsEmpty)> ReadAsync(TasksDbContext db, SoughtPage sought, CancellationToken ct)
    {
        var (found, cursor) = await FindAsync(db, sought, ct);
        var (tasks, unknown) = (new byte[]?[found.Count], new List<Guid>());
        for (var i = 0; i < tasks.Length; i++)
        {
            tasks[i] = _written.Find(found[i].Id, found[i].Version);
            if (tasks[i] is null)
            {
                unknown.Add(found[i].Id);
            }
        }

        if (unknown.Count > 0)
        {
            var read = await ReadAsync(db, unknown, ct);
            for (var i = 0; i < tasks.Length; i++)
            {
                tasks[i] ??= read.GetValueOrDefault(found[i].Id);
            }
        }

        return (Write(tasks, cursor), found.Count == 0);
    }

    private static Task<(List<(Guid Id, RowVersion Version)> Found, string? Cursor)> FindAsync(TasksDbContext db, SoughtPage sought, CancellationToken ct) =>
        sought.ReadAsync(db, $"t.id, {Version}, {sought.Sort.Sql} as sorted_by", async row =>
        {
            var found = new List<(Guid Id, RowVersion Version)>(sought.Limit);
            string? cursor = null;
            while (await row.ReadAsync(ct))
            {
                if (found.Count == sought.Limit)
                {
                    return (found, cursor);
                }

                found.Add((row.GetGuid(0), RowVersion.Read(row, 1)));
                cursor = found.Count == sought.Limit ? sought.Sort.CursorOf(row, SortedBy, found[^1].Id) : null;
            }

            return (found, null);
        }, ct);

    private async Task<Dictionary<Guid, byte[]>> ReadAsync(TasksDbContext db, List<Guid> ids, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Unknown, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        await using var row = await command.ExecuteReaderAsync(ct);
        var read = new Dictionary<Guid, byte[]>(ids.Count);
        using var body = new JsonBody(ListTasks.UsualSize);
        while (await row.ReadAsync(ct))
        {
            var (id, json) = (row.GetGuid(TaskShape.Listed.PlaceOf("t.id")), body.WriteAlone(TaskShape.Listed, row));
            _written.Keep(id, RowVersion.Read(row, AfterShape), json);
            read[id] = json;
        }

        return read;
    }

    /// <summary>A task that went between the two statements is left out.</summary>
    private static JsonBody Write(byte[]?[] tasks, string? cursor)
    {
        var page = new JsonBody(tasks.Sum(t => (t?.Length ?? 0) + 1) + ListTasks.UsualSize);
        page.Json.WriteStartObject();
        page.Json.WriteStartArray("items"u8);
        foreach (var task in tasks.OfType<byte[]>())
        {
            page.Json.WriteRawValue(task, skipInputValidation: true);
        }

        page.Json.WriteEndArray();
        page.Json.WriteString("nextCursor"u8, cursor);
        page.Json.WriteEndObject();
        return page;
    }
}
