using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Listing;

namespace Waymark.Tasks.Board;

/// <summary>The board as it stands, its cards as tasks stand in lists: most of them were written before.</summary>
internal sealed class PresentBoard
{
    private const int UsualSize = 4 * 1024;

    private static readonly string Query =
        $"""
        select {ListedTasks.Columns}, s.status, s.total, t.status_category, t.rank
        from (select status, count(*)::int as total from task where project_id = @project and deleted_at is null group by status) s
        cross join lateral (
            select c.id, c.xmin, c.updated_at, c.status_category, c.rank
            from task c where c.project_id = @project and c.status = s.status and c.deleted_at is null order by c.rank limit @limit) t
        join project p on p.id = @project
        order by s.status, t.rank
        """;

    private readonly List<(Guid Id, RowVersion Version)> _found = [];
    private readonly Dictionary<string, Column> _columns = new(StringComparer.Ordinal);

    private PresentBoard()
    {
    }

    /// <summary>Reads it.</summary>
    /// <param name="db">Where the tasks are.</param>
    /// <param name="listed">Writes them.</param>
    /// <param name="projectId">The project, which the caller may read.</param>
    /// <param name="states">Those of its workflow, in their order.</param>
    /// <param name="limit">How many cards a column has at most.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The JSON of a <see cref="BoardResponse"/>.</returns>
    public static async Task<JsonBody> ReadAsync(
        TasksDbContext db, ListedTasks listed, Guid projectId, IReadOnlyList<WorkflowState> states, int limit, CancellationToken ct)
    {
        var board = new PresentBoard();
        await board.FindAsync(db, projectId, limit, ct);
        return board.Write(await listed.JsonAsync(db, board._found, ct), states);
    }

    private async Task FindAsync(TasksDbContext db, Guid projectId, int limit, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var status = row.GetString(ListedTasks.ColumnCount);
            if (!_columns.TryGetValue(status, out var column))
            {
                _columns[status] = column = new Column(row.GetInt32(ListedTasks.ColumnCount + 1), row.GetString(ListedTasks.ColumnCount + 2), _found.Count);
            }

            _found.Add(ListedTasks.Read(row));
            column.End = _found.Count;
            column.LastRank = row.GetString(ListedTasks.ColumnCount + 3);
        }
    }

    private JsonBody Write(byte[]?[] tasks, IReadOnlyList<WorkflowState> states)
    {
        var body = new JsonBody(tasks.Sum(t => (t?.Length ?? 0) + 1) + UsualSize);
        body.Json.WriteStartObject();
        body.Json.WriteStartArray("columns"u8);
        foreach (var state in states)
        {
            Write(body, (state.Key, state.Name, state.Category), _columns.GetValueOrDefault(state.Key), tasks);
        }

        // Statuses that the workflow has lost since then.
        foreach (var lost in _columns.Keys.Except(states.Select(s => s.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Write(body, (lost, lost, _columns[lost].Category), _columns[lost], tasks);
        }

        body.Json.WriteEndArray();
        body.Json.WriteEndObject();
        return body;
    }

    private void Write(JsonBody body, (string Status, string Name, string Category) head, Column? column, byte[]?[] tasks)
    {
        var json = body.Json;
        json.WriteStartObject();
        json.WriteString("status"u8, head.Status);
        json.WriteString("name"u8, head.Name);
        json.WriteString("category"u8, head.Category);
        json.WriteNumber("taskCount"u8, column?.Total ?? 0);
        json.WriteStartArray("tasks"u8);
        for (var i = column?.Start ?? 0; i < (column?.End ?? 0); i++)
        {
            if (tasks[i] is { } task)
            {
                json.WriteRawValue(task, skipInputValidation: true);
            }
        }

        json.WriteEndArray();
        json.WriteString("nextCursor"u8, column is { HasMore: true } ? TaskSort.ByRank.CursorOf(column.LastRank, _found[column.End - 1].Id) : null);
        json.WriteEndObject();
    }

    /// <summary>The cards of a status stand together among all that were found.</summary>
    private sealed class Column(int total, string category, int start)
    {
        public int Total => total;

        public string Category => category;

        public int Start => start;

        public int End { get; set; }

        public string LastRank { get; set; } = "";

        public bool HasMore => total > End - start;
    }
}
