using Npgsql;

namespace Waymark.Tasks.History;

/// <summary>
/// Whether an undo would leave the tree of tasks broken: a task under a parent that is in the trash or below itself, or sub-tasks
/// of a task that goes there. Under the lock that moves between parents take.
/// </summary>
internal static class UndoneFamilies
{
    private const string Query =
        """
        select pg_advisory_xact_lock(hashtextextended(p.id::text, 8)) from (select id from unnest(@projects) p(id) order by id) p;
        select
            exists (
                select from unnest(@parents) w(id)
                where not exists (select from task p where p.id = w.id and p.deleted_at is null))
            or exists (
                with recursive ancestor as (
                    select w.id as start, w.parent as id from unnest(@tasks, @under) w(id, parent)
                    union
                    select a.start, t.parent_id from ancestor a join task t on t.id = a.id where t.parent_id is not null)
                select from ancestor where id = start)
            or exists (select from task c where c.parent_id = any(@gone) and c.deleted_at is null and c.id <> all(@gone))
        """;

    public static async Task<bool> AreBrokenAsync(TasksDbContext db, IReadOnlyList<(TaskItem Task, TaskItem Draft)> undone, CancellationToken ct)
    {
        var returned = undone.Where(u => u.Draft.DeletedAt is null).Select(u => u.Draft.Id).ToHashSet();
        var placed = undone
            .Where(u => u.Draft is { DeletedAt: null, ParentId: not null } && (u.Task.DeletedAt is not null || u.Task.ParentId != u.Draft.ParentId))
            .Select(u => u.Draft).ToList();
        var gone = undone.Where(u => u.Task.DeletedAt is null && u.Draft.DeletedAt is not null).Select(u => u.Draft.Id).ToArray();
        if (placed.Count == 0 && gone.Length == 0)
        {
            return false;
        }

        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. undone.Select(u => u.Task.ProjectId).Distinct()]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("parents", [.. placed.Select(d => d.ParentId!.Value).Where(id => !returned.Contains(id))]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("tasks", [.. placed.Select(d => d.Id)]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("under", [.. placed.Select(d => d.ParentId!.Value)]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("gone", gone));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        await row.ReadAsync(ct);
        return row.GetBoolean(0);
    }
}
