using Npgsql;
using NpgsqlTypes;

namespace Waymark.Communication.Views;

/// <summary>The comments of a task, deleted ones included: they keep their places.</summary>
internal static class ListComments
{
    private const string NewestFirst = "-createdAt";
    private const string OldestFirst = "createdAt";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/{taskId:guid}/comments", HandleAsync).RequirePermission(Permissions.CommentRead)
            .WithName(nameof(ListComments)).WithSummary("List the comments of a task");

    private static async Task<Results<Answer<Page<CommentResponse>>, Problem>> HandleAsync(
        Guid taskId, int? limit, string? cursor, [SortedBy("createdAt")] string? sort, Caller caller,
        CommunicationDbContext db, TaskCopies<CommunicationDbContext> tasks, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        sort ??= NewestFirst;
        if (sort is not (NewestFirst or OldestFirst))
        {
            return Problems.Invalid("sort", $"One of {NewestFirst}, {OldestFirst} is expected.");
        }

        var (after, afterId) = (default(DateTimeOffset?), default(Guid?));
        if (cursor is not null)
        {
            if (!Cursor.TryParse(cursor, sort, out var from) || !InstantConverter.TryParse(from.Value, out var instant))
            {
                return Cursor.Invalid;
            }

            (after, afterId) = (instant, from.Id);
        }

        await using var command = await db.CommandAsync(Query(sort == NewestFirst), ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("task", taskId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", caller.Id));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", size + 1));
        command.Parameters.Add(new NpgsqlParameter("after", NpgsqlDbType.TimestampTz) { Value = (object?)after ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("after_id", NpgsqlDbType.Uuid) { Value = (object?)afterId ?? DBNull.Value });
        var rows = await ReadAsync(command, ct);
        if (rows is null && await tasks.LearnAsync(taskId, caller.Id, ct) is not null)
        {
            rows = await ReadAsync(command, ct);
        }

        return rows is null
            ? Problems.NotFound("task")
            : Answers.Ok(Page<CommentResponse>.Of(rows, size, c => new Cursor(sort, InstantConverter.Format(c.CreatedAt), c.Id).ToString()));
    }

    /// <summary>One row without a comment when there is none; no row at all when the task is not the caller's to see.</summary>
    private static string Query(bool isNewestFirst)
    {
        var (compare, order) = isNewestFirst ? ("<", "desc") : (">", "asc");
        return
            $"""
            select {CommentRow.Columns}
            from task_copy t join project p on p.id = t.project_id {AccessSql.Joins}
            left join lateral (
                select * from comment x
                where x.task_id = t.id and (@after is null or (x.created_at, x.id) {compare} (@after, @after_id))
                order by x.created_at {order}, x.id {order} limit @limit) c on true
            where t.id = @task and t.is_deleted is not true and {AccessSql.Visible}
            order by c.created_at {order}, c.id {order}
            """;
    }

    private static async Task<List<CommentResponse>?> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
        {
            return null;
        }

        var rows = new List<CommentResponse>();
        do
        {
            if (!row.IsDBNull(0))
            {
                rows.Add(CommentResponse.Of(CommentRow.Read(row)));
            }
        }
        while (await row.ReadAsync(ct));
        return rows;
    }
}
