using Npgsql;
using NpgsqlTypes;

namespace Waymark.Bench.Scale;

/// <summary>
/// Fills a project. A few dozen tasks of many kinds are made through the API; the others are copies of their rows and of their
/// streams with what is each task's own: id, number, place, title, due date, time. So they have the form that the product writes,
/// whatever columns it has, and 100,000 of them take seconds instead of minutes.
/// </summary>
internal sealed class ScaleTasks(Given given, NpgsqlDataSource tasks)
{
    public const string FrequentWord = "saffron";
    public const string SeldomWord = "marzipan";
    public const string RareWord = "kaleidoscope";

    private const int Patterns = 50;

    private const string Copies =
        """
        create temporary table copied as
        select p.id as pattern, n as number,
               (lpad(to_hex((extract(epoch from a.at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid as id,
               'm' || (select string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', (((28400117792 + n) / (62::bigint ^ k)::bigint) % 62)::int + 1, 1), '' order by k desc) from generate_series(0, 5) k) as rank,
               'Task ' || n || case when n % 20 = 7 then ' saffron' else '' end || case when n % 100 = 50 then ' marzipan' else '' end
                   || case when n % 1000 = 500 then ' kaleidoscope' else '' end as title,
               p.due_at + make_interval(mins => (n::bigint * 7919 % 129600)::int - 64800) as due_at,
               a.at
        from generate_series(@patterns + 1, @count) n
        join (select id, due_at, row_number() over (order by number) as place from task where project_id = @project and number <= @patterns) p on p.place = n % @patterns + 1
        cross join lateral (select date_trunc('microseconds', now() - interval '60 days' * ((@count - n)::double precision / @count)) as at) a
        """;

    private const string Streams =
        """
        insert into task_event (stream_id, version, change_id, type, data, actor_id, at)
        select c.id, e.version, gen_random_uuid(), e.type,
               convert_to((convert_from(e.data, 'UTF8')::jsonb || jsonb_build_object(
                   'title', jsonb_build_object('from', null, 'to', c.title),
                   'number', jsonb_build_object('from', null, 'to', c.number),
                   'rank', jsonb_build_object('from', null, 'to', c.rank)) || case when c.due_at is null then '{}' else jsonb_build_object(
                   'dueAt', jsonb_build_object('from', null, 'to', to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) end)::text, 'UTF8'),
               e.actor_id, c.at + (e.version - 1) * interval '1 microsecond'
        from copied c join task_event e on e.stream_id = c.pattern
        """;

    private const string Counter = "update project_counter set last_number = @count, last_rank = @count where project_id = @project";

    /// <summary>Columns that are each task's own.</summary>
    private static readonly string[] Own = ["id", "number", "rank", "title", "due_at", "created_at", "updated_at"];

    private static readonly string[] Statuses =
    [
        .. Enumerable.Repeat("done", 20), .. Enumerable.Repeat("backlog", 10), .. Enumerable.Repeat("todo", 8), .. Enumerable.Repeat("in_progress", 5),
        .. Enumerable.Repeat("cancelled", 4), .. Enumerable.Repeat("in_review", 3),
    ];

    private static readonly string[] Priorities = ["none", "low", "medium", "high", "urgent"];
    private static readonly string[] Labels = ["backend", "web", "design", "operations"];
    private static readonly string Description = string.Concat(Enumerable.Repeat("The quick brown fox jumps over it. ", 6));

    /// <summary>Makes so many tasks; the caller is assigned to one in ten.</summary>
    public async Task FillAsync(string projectId, int count, string me)
    {
        for (var i = 0; i < Patterns; i++)
        {
            await given.SendAsync(HttpMethod.Post, "/api/tasks", Pattern(projectId, i, me));
        }

        await using var connection = await tasks.OpenConnectionAsync();
        await RunAsync(connection, Copies, projectId, count);
        var columns = await ColumnsAsync(connection);
        await RunAsync(
            connection,
            $"""
            insert into task (id, number, rank, title, due_at, created_at, updated_at, {string.Join(", ", columns)})
            select c.id, c.number, c.rank, c.title, c.due_at, c.at, c.at + (t.version - 1) * interval '1 microsecond', {string.Join(", ", columns.Select(c => "t." + c))}
            from copied c join task t on t.id = c.pattern
            """,
            projectId,
            count);
        await RunAsync(connection, Streams, projectId, count);
        await RunAsync(connection, Counter, projectId, count);
        await RunAsync(connection, "drop table copied", projectId, count);
    }

    /// <summary>Waits until the service has indexed the texts, and does what the database's own care would have done by and by.</summary>
    public async Task SettleAsync()
    {
        await using var waiting = tasks.CreateCommand(
            """
            select exists (
                select from project_counter c left join text_progress p on p.project_id = c.project_id where c.last_number > coalesce(p.indexed_to, 1000))
            """);
        while ((bool)(await waiting.ExecuteScalarAsync())!)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        await using var settle = tasks.CreateCommand("vacuum analyze");
        settle.CommandTimeout = 0;
        await settle.ExecuteNonQueryAsync();
    }

    private static object Pattern(string projectId, int i, string me) => new
    {
        projectId,
        title = $"Task {i + 1}",
        description = Description,
        status = Statuses[i * 7 % Statuses.Length],
        priority = Priorities[i % Priorities.Length],
        labels = new[] { Labels[i % Labels.Length] },
        assigneeIds = i % 10 == 3 ? new[] { me } : [],
        dueAt = i % 3 == 0 ? null : (DateTimeOffset?)TimeProvider.System.GetUtcNow().Date.AddHours(i),
        estimateMinutes = 60,
    };

    private static async Task<List<string>> ColumnsAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select quote_ident(attname) from pg_attribute where attrelid = 'task'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all(@own)", connection);
        command.Parameters.AddWithValue("own", Own);
        await using var row = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await row.ReadAsync())
        {
            columns.Add(row.GetString(0));
        }

        return columns;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, string projectId, int count)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("project", NpgsqlDbType.Uuid, Guid.Parse(projectId));
        command.Parameters.AddWithValue("count", count);
        command.Parameters.AddWithValue("patterns", Patterns);
        await command.ExecuteNonQueryAsync();
    }
}
