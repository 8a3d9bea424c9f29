using Npgsql;

namespace Waymark.Tasks.Searching;

/// <summary>
/// The texts of tasks that were made behind the number up to which their project is indexed. Whoever makes a task holds its project's
/// counter until the commit, so when a number is seen all smaller ones are: a number says what is indexed, and a creation writes nothing
/// for it.
/// </summary>
internal static class NewTexts
{
    /// <summary>One process at a time indexes what is new; a second would only do the same work again.</summary>
    private const string Lock = "select pg_try_advisory_xact_lock(7017280454)";

    /// <summary>The next tasks of the project in which most wait, because that is where a search has most to look through.</summary>
    private static readonly string Next =
        $"""
        with next as (
            select c.project_id, coalesce(p.indexed_to, {TaskText.LookedThrough}) as indexed_to, c.last_number
            from project_counter c left join text_progress p on p.project_id = c.project_id
            where c.last_number > coalesce(p.indexed_to, {TaskText.LookedThrough})
            order by c.last_number - coalesce(p.indexed_to, {TaskText.LookedThrough}) desc
            limit 1)
        select n.project_id, n.last_number, t.id, t.number, t.title, t.description
        from next n left join lateral (
            select * from task t where t.project_id = n.project_id and t.number > n.indexed_to and t.number <= n.last_number
            order by t.number limit $1) t on true
        """;

    /// <summary>Whoever changes a text in the meantime has noted it here, and what is noted stays.</summary>
    private const string Add = "insert into task_text (task_id, project_id, grams) values ($1, $2, $3) on conflict (task_id) do nothing";

    private const string Advance =
        """
        insert into text_progress (project_id, indexed_to) values ($1, $2)
        on conflict (project_id) do update set indexed_to = greatest(text_progress.indexed_to, excluded.indexed_to)
        """;

    /// <summary>Adds to the transaction's batch what indexes at most so many; answers how many that are.</summary>
    public static async Task<int> IndexAsync(TasksDbContext db, int atMost, CancellationToken ct)
    {
        if (!await IsMineAsync(db, ct))
        {
            return 0;
        }

        await using var command = await db.CommandAsync(Next, ct);
        command.Parameters.With(atMost);
        await using var row = await command.ExecuteReaderAsync(ct);
        var (count, projectId, known, last) = (0, default(Guid?), 0, 0);
        while (await row.ReadAsync(ct))
        {
            projectId = row.GetGuid(0);
            known = row.GetInt32(1);
            // No task at all: those with the last numbers have been erased.
            if (!row.IsDBNull(2))
            {
                count++;
                var number = row.GetInt32(3);
                last = Math.Max(last, number);
                var add = new NpgsqlBatchCommand(Add);
                add.Parameters.With(row.GetGuid(2)).With(projectId.Value).With(TextGrams.Of(projectId.Value, number, row.GetString(4), row.GetString(5)));
                db.Add(add);
            }
        }

        if (projectId is { } advanced)
        {
            var advance = new NpgsqlBatchCommand(Advance);
            advance.Parameters.With(advanced).With(count == atMost ? last : known);
            db.Add(advance);
        }

        return count;
    }

    private static async Task<bool> IsMineAsync(TasksDbContext db, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Lock, ct);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
