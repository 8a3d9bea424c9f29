using Npgsql;
using NpgsqlTypes;

namespace Waymark.Tasks.Trash;

/// <summary>The trash, newest deletion first. What went along with its parent shows as a part of that.</summary>
internal static class ListTrash
{
    private const string Sort = "-deletedAt";

    private const string Query =
        $"""
        with page as (
            select t.id, p.key, t.number, t.project_id, t.parent_id, t.title, t.status, t.status_category, t.priority, t.assignee_ids,
                t.labels, t.deleted_at, t.version
            from task t join project p on p.id = t.project_id {AccessSql.Joins}
            where {AccessSql.Visible} and t.deleted_at is not null and (@project is null or t.project_id = @project)
                and (@at is null or (t.deleted_at, t.id) < (@at, @id))
                and not exists (select from task u where u.id = t.parent_id and u.deleted_at = t.deleted_at)
            order by t.deleted_at desc, t.id desc
            limit @limit)
        select page.*, (select e.actor_id from task_event e where e.stream_id = page.id and e.type = '{TaskEventTypes.Deleted}' order by e.version desc limit 1),
            (with recursive below as (
                select c.id from task c where c.parent_id = page.id and c.deleted_at = page.deleted_at
                union all
                select c.id from task c join below b on c.parent_id = b.id where c.deleted_at = page.deleted_at)
            select count(*) from below)::int
        from page
        order by page.deleted_at desc, page.id desc
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/trash", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(ProblemKinds.NotFound).WithName(nameof(ListTrash)).WithSummary("List the deleted tasks of a project, or of all projects that the caller may see");

    private static async Task<Results<Answer<Page<TrashedTaskResponse>>, Problem>> HandleAsync(
        Guid? projectId, int? limit, string? cursor, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        (DateTimeOffset At, Guid Id)? behind = null;
        if (cursor is not null)
        {
            if (!Cursor.TryParse(cursor, Sort, out var from) || !InstantConverter.TryParse(from.Value, out var at))
            {
                return Cursor.Invalid;
            }

            behind = (at, from.Id);
        }

        var rows = await ReadAsync(db, projectId, behind, size, caller.Id, ct);
        if (rows.Count == 0 && projectId is { } project)
        {
            // An empty trash and a project that is not the caller's look alike to the statement.
            if (await guard.FindAsync(project, caller.Id, ct) is null)
            {
                return Problems.NotFound("project");
            }

            rows = await ReadAsync(db, projectId, behind, size, caller.Id, ct);
        }

        return Answers.Ok(Page<TrashedTaskResponse>.Of(rows, size, t => new Cursor(Sort, InstantConverter.Format(t.DeletedAt), t.Id).ToString()));
    }

    private static async Task<List<TrashedTaskResponse>> ReadAsync(
        TasksDbContext db, Guid? projectId, (DateTimeOffset At, Guid Id)? behind, int limit, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter("project", NpgsqlDbType.Uuid) { Value = (object?)projectId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("at", NpgsqlDbType.TimestampTz) { Value = (object?)behind?.At ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("id", NpgsqlDbType.Uuid) { Value = (object?)behind?.Id ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit + 1));
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<TrashedTaskResponse>();
        while (await row.ReadAsync(ct))
        {
            rows.Add(Read(row));
        }

        return rows;
    }

    private static TrashedTaskResponse Read(NpgsqlDataReader row)
    {
        var deletedAt = row.GetFieldValue<DateTimeOffset>(11);
        return new TrashedTaskResponse(
            row.GetGuid(0), $"{row.GetString(1)}-{row.GetInt32(2)}", row.GetInt32(2), row.GetGuid(3), row.IsDBNull(4) ? null : row.GetGuid(4),
            row.GetString(5), row.GetString(6), row.GetString(7), (TaskPriority)row.GetInt16(8), row.GetFieldValue<Guid[]>(9),
            row.GetFieldValue<string[]>(10), row.GetInt32(14), deletedAt, row.IsDBNull(13) ? null : row.GetGuid(13), deletedAt + EraseTrash.Keep, row.GetInt64(12));
    }
}
