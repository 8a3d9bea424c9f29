using Npgsql;

namespace Waymark.Tasks.Bulk;

/// <summary>Takes the places at the end of projects' orders for many tasks at once.</summary>
internal static class BulkRanks
{
    private const string TakeEnds =
        """
        with locked as (select project_id from project_counter where project_id = any(@projects) order by project_id for update)
        update project_counter c set last_rank = c.last_rank + n.count
        from locked l join unnest(@projects, @counts) n(project_id, count) on n.project_id = l.project_id
        where c.project_id = l.project_id
        returning c.project_id, c.last_rank
        """;

    /// <summary>Moves the drafts behind everything else, in the order that they have among themselves.</summary>
    public static async Task MoveToEndAsync(TasksDbContext db, IEnumerable<TaskItem> drafts, CancellationToken ct)
    {
        var projects = drafts.GroupBy(d => d.ProjectId).ToDictionary(p => p.Key, p => p.OrderBy(d => d.Rank, StringComparer.Ordinal).ToList());
        if (projects.Count == 0)
        {
            return;
        }

        await using var command = await db.CommandAsync(TakeEnds, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. projects.Keys]));
        command.Parameters.Add(new NpgsqlParameter<int[]>("counts", [.. projects.Values.Select(p => p.Count)]));
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var tasks = projects[row.GetGuid(0)];
            var first = row.GetInt64(1) - tasks.Count + 1;
            for (var i = 0; i < tasks.Count; i++)
            {
                tasks[i].Rank = Rank.Whole(first + i);
            }
        }
    }
}
