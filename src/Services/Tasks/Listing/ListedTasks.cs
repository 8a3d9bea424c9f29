using Npgsql;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Listing;

/// <summary>
/// Tasks as they stand in lists, without their long members. The same hundred are read again and again, by each who looks at a project
/// and after each change that the others hear of; so a page asks for the versions of its tasks first, and reads only those that were
/// not written before (ADR 18).
/// </summary>
internal sealed class ListedTasks
{
    /// <summary>How many columns <see cref="Columns"/> are.</summary>
    public const int ColumnCount = 4;

    private static readonly string Version = RowVersion.Columns("t", "p");

    /// <summary>What a statement selects first of task <c>t</c> in project <c>p</c>, so that <see cref="Read"/> can tell its version.</summary>
    public static readonly string Columns = $"t.id, {Version}";

    private static readonly int AfterShape = TaskShape.Listed.Width;
    private static readonly string Unknown = $"select {TaskShape.Listed.Columns}, {Version} from {ListTasks.Tasks} where t.id = any($1) and t.deleted_at is null";

    private readonly WrittenRows _written = new();

    /// <summary>Reads a page.</summary>
    /// <returns>Its JSON, and whether there is no task in it.</returns>
    public async Task<(JsonBody Page, bool IsEmpty)> ReadAsync(TasksDbContext db, SoughtPage sought, CancellationToken ct)
    {
        var (found, cursor) = await FindAsync(db, sought, ct);
        return (Write(await JsonAsync(db, found, ct), cursor), found.Count == 0);
    }

    /// <summary>What the current row says of its task.</summary>
    public static (Guid Id, RowVersion Version) Read(NpgsqlDataReader row) => (row.GetGuid(0), RowVersion.Read(row, 1));

    /// <summary>The JSON of tasks that a statement has found, in their order; null for one that has gone since.</summary>
    public async Task<byte[]?[]> JsonAsync(TasksDbContext db, List<(Guid Id, RowVersion Version)> found, CancellationToken ct)
    {
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

        return tasks;
    }

    private static Task<(List<(Guid Id, RowVersion Version)> Found, string? Cursor)> FindAsync(TasksDbContext db, SoughtPage sought, CancellationToken ct) =>
        sought.ReadAsync(db, $"{Columns}, {sought.Sort.Sql} as sorted_by", async row =>
        {
            var found = new List<(Guid Id, RowVersion Version)>(sought.Limit);
            string? cursor = null;
            while (await row.ReadAsync(ct))
            {
                if (found.Count == sought.Limit)
                {
                    return (found, cursor);
                }

                found.Add(Read(row));
                cursor = found.Count == sought.Limit ? sought.Sort.CursorOf(row, ColumnCount, found[^1].Id) : null;
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
