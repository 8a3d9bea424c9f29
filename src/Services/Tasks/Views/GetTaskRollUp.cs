using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Views;

/// <summary>What a task comes to together with all tasks below it, however deep they stand, counted in one trip.</summary>
internal static class GetTaskRollUp
{
    /// <summary>So many tasks are counted at most: a tree has no limit, an answer has.</summary>
    private const int MostTasks = 10_000;

    private const int MostOutlying = 5;

    private const string Counted = "t.number, t.title, t.status_category, t.estimate_minutes, t.start_on, t.start_at, t.due_on, t.due_at";

    /// <summary>
    /// Deleted tasks are no way down, cancelled ones are. The tree grows only as far as the limit takes rows from it, and each task is asked
    /// for its own through the index: a chain has as many steps as tasks, and none of them may read a whole table. In one project all days lie in one time zone, so the first day is that of the first instant, where a day is the first.
    /// </summary>
    private static readonly string Query =
        $"""
        with recursive tree as (
            select 0 as level, t.id, p.key, {Counted} from task t join project p on p.id = t.project_id
            where t.id = $1 and t.deleted_at is null and {AccessSql.VisibleTo("$2")}
            union all
            select w.level + 1, t.id, w.key, {Counted}
            from tree w cross join lateral (select * from task c where c.parent_id = w.id and c.deleted_at is null offset 0) t),
        part as materialized (select * from tree limit {MostTasks + 1}),
        sums as (
            select (select count(*) from part)::int as looked_at, max(level) as levels,
                count(*) filter (where level > 0 and status_category = 'completed')::int, count(*) filter (where level > 0)::int,
                coalesce(sum(estimate_minutes) filter (where status_category = 'completed'), 0)::bigint, coalesce(sum(estimate_minutes), 0)::bigint,
                sum(estimate_minutes) filter (where level = 0)::int,
                min(start_at), min(start_at) filter (where start_on is not null), min(start_on),
                max(due_at), max(due_at) filter (where due_on is not null), max(due_on)
            from part where status_category <> 'cancelled'),
        outlying as (
            select o.id, o.key || '-' || o.number, o.title, o.start_on, o.start_at, o.due_on, o.due_at, count(*) over ()::int,
                row_number() over (order by o.due_at desc nulls last, o.number) as place
            from part top join part o on o.level > 0 and o.status_category not in ('completed', 'cancelled')
                and (o.start_at < top.start_at or o.start_at >= top.due_at or o.due_at > top.due_at or o.due_at <= top.start_at)
            where top.level = 0
            order by place limit {MostOutlying})
        select * from sums left join outlying on true order by place
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/{task}/roll-up", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(GetTaskRollUp)).WithSummary("Count a task together with all tasks below it");

    private static Task<Results<Answer<TaskRollUpResponse>, Problem>> HandleAsync(
        TaskReference reference, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        OpenTask.AnswerAsync(db, projects, reference, caller.Id, id => ReadAsync(db, id, caller.Id, ct), ct);

    private static async Task<TaskRollUpResponse?> ReadAsync(TasksDbContext db, Guid id, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.With(id).With(callerId);
        await using var row = await command.ExecuteReaderAsync(ct);
        TaskRollUpResponse? rollUp = null;
        var outlying = new List<OutlyingTask>();
        while (await row.ReadAsync(ct))
        {
            if (row.GetInt32(0) == 0)
            {
                return null;
            }

            rollUp ??= ReadSums(row, outlying);
            if (!row.IsDBNull(13))
            {
                outlying.Add(new OutlyingTask(row.GetGuid(13), row.GetString(14), row.GetString(15), DateAt(row, 16), DateAt(row, 18)));
            }
        }

        return rollUp;
    }

    private static TaskRollUpResponse ReadSums(NpgsqlDataReader row, List<OutlyingTask> outlying) => new(
        new RollUpProgress(row.GetInt32(2), row.GetInt32(3)),
        row.GetInt64(5),
        row.GetInt64(4),
        row.IsDBNull(6) ? null : row.GetInt32(6),
        RollUpMoment.Read(row, 7).Moment,
        RollUpMoment.Read(row, 10).Moment,
        row.IsDBNull(1) ? 0 : row.GetInt32(1),
        outlying,
        row.IsDBNull(13) ? 0 : row.GetInt32(20),
        row.GetInt32(0) <= MostTasks);

    private static Moment? DateAt(NpgsqlDataReader row, int first) => Moment.FromColumns(
        row.IsDBNull(first) ? null : row.GetFieldValue<DateOnly>(first), row.IsDBNull(first + 1) ? null : row.GetFieldValue<DateTimeOffset>(first + 1));
}
