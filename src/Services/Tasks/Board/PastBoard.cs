using Npgsql;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Board;

/// <summary>
/// A project's board as it stood at an instant, what was deleted since included. Tasks that have not changed since are read like
/// those of today; the others are set back from their present state, so that a look at yesterday costs what changed since.
/// </summary>
internal static class PastBoard
{
    private static string Query(string columns) =>
        $"""
        select {columns}, s.total
        from (select status, count(*)::int as total from task
              where project_id = @project and deleted_at is null and updated_at <= @asOf group by status) s
        cross join lateral (
            select * from task c where c.project_id = @project and c.status = s.status and c.deleted_at is null and c.updated_at <= @asOf
            order by c.rank limit @limit) t;

        select {columns}, t.deleted_at, b.version, b.at
        from task t
        cross join lateral (
            select e.version, e.at from task_event e where e.stream_id = t.id and e.at <= @asOf order by e.version desc limit 1) b
        where t.project_id = @project and t.updated_at > @asOf and t.created_at <= @asOf;

        select e.stream_id, e.data
        from task t join task_event e on e.stream_id = t.id
        where t.project_id = @project and t.updated_at > @asOf and t.created_at <= @asOf and e.at > @asOf
        order by e.stream_id, e.version desc
        """;

    /// <summary>The columns by status: how many tasks stood there, and the first of them in their order of then; and what was computed of these, where custom fields are wanted.</summary>
    public static async Task<(Dictionary<string, (int Total, List<TaskItem> Tasks)> Columns, ComputedValues Computed)> ReadAsync(
        TasksDbContext db, ProjectCopy project, DateTimeOffset asOf, int limit, ListExtras extras, CancellationToken ct)
    {
        var columns = await ReadColumnsAsync(db, project.Id, asOf, limit, extras != default, ct);
        if (!extras.CustomFields)
        {
            return (columns, ComputedValues.None);
        }

        var (tasks, fields) = (columns.Values.SelectMany(c => c.Tasks).ToList(), await ProjectFields.ReadAsync(db, project.Id, ct));
        foreach (var task in tasks)
        {
            task.Fields = fields;
            task.PlaceDates(TimeZones.Find(project.TimeZone));
        }

        return (columns, await ComputedValues.AtAsync(db, project.Id, tasks, asOf, ct));
    }

    private static async Task<Dictionary<string, (int Total, List<TaskItem> Tasks)>> ReadColumnsAsync(
        TasksDbContext db, Guid projectId, DateTimeOffset asOf, int limit, bool isWhole, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query(isWhole ? TaskRow.WholeColumns : TaskRow.Columns), ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("asOf", asOf));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        await using var row = await command.ExecuteReaderAsync(ct);
        var (unchanged, totals) = await ReadUnchangedAsync(row, isWhole, ct);
        var changed = await ReadChangedAsync(row, isWhole, ct);
        var columns =
            from task in unchanged.Where(t => !changed.ContainsKey(t.Id)).Concat(changed.Values.Where(t => t.DeletedAt is null))
            group task by task.Status into column
            let since = column.Count(t => changed.ContainsKey(t.Id))
            select (column.Key, Total: totals.GetValueOrDefault(column.Key) + since, Tasks: column.OrderBy(t => t.Rank, StringComparer.Ordinal).Take(limit).ToList());
        return columns.ToDictionary(c => c.Key, c => (c.Total, c.Tasks), StringComparer.Ordinal);
    }

    private static async Task<(List<TaskItem> Tasks, Dictionary<string, int> Totals)> ReadUnchangedAsync(NpgsqlDataReader row, bool isWhole, CancellationToken ct)
    {
        var tasks = new List<TaskItem>();
        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            var task = Read(row, isWhole);
            totals[task.Status] = row.GetInt32(CountOf(isWhole));
            tasks.Add(task);
        }

        return (tasks, totals);
    }

    private static async Task<Dictionary<Guid, TaskItem>> ReadChangedAsync(NpgsqlDataReader row, bool isWhole, CancellationToken ct)
    {
        var changed = new Dictionary<Guid, TaskItem>();
        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var (task, next) = (Read(row, isWhole), CountOf(isWhole));
            task.DeletedAt = row.IsDBNull(next) ? null : row.GetFieldValue<DateTimeOffset>(next);
            (task.Version, task.UpdatedAt) = (row.GetInt64(next + 1), row.GetFieldValue<DateTimeOffset>(next + 2));
            changed[task.Id] = task;
        }

        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            if (changed.TryGetValue(row.GetGuid(0), out var task))
            {
                TaskFields.Table.Apply(FieldChanges.FromJson(row.GetFieldValue<byte[]>(1)), task, isBackwards: true);
            }
        }

        return changed;
    }

    /// <summary>Counts stand outside the stream: what they were then is not known.</summary>
    private static TaskItem Read(NpgsqlDataReader row, bool isWhole)
    {
        var task = isWhole ? TaskRow.ReadWhole(row) : TaskRow.Read(row);
        task.CommentCount = task.AttachmentCount = task.SubtaskCount = task.SubtaskDoneCount = 0;
        return task;
    }

    private static int CountOf(bool isWhole) => isWhole ? TaskRow.WholeCount : TaskRow.Count;
}
