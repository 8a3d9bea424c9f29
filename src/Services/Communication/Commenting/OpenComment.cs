using Npgsql;
using Waymark.Communication.Views;

namespace Waymark.Communication.Commenting;

/// <summary>A comment that the caller may see, with what the caller may do in its project.</summary>
internal sealed record OpenComment(Comment Comment, TaskInProject Task)
{
    private const string Query =
        $"""
        select {TaskCopyStore.Columns}, {ProjectRow.Columns}, {AccessSql.Rank}, {CommentRow.Columns}
        from comment c join task_copy t on t.id = c.task_id join project p on p.id = c.project_id {AccessSql.Joins}
        where c.id = @id and c.deleted_at is null and t.is_deleted is not true and {AccessSql.Visible}
        """;

    public Access Access => Task.Access;

    /// <summary>Null when it is absent, deleted, or not the caller's to see.</summary>
    public static async Task<OpenComment?> FindAsync(
        CommunicationDbContext db, TaskCopies<CommunicationDbContext> tasks, Guid id, Guid callerId, CancellationToken ct)
    {
        await using (var command = await db.CommandAsync(Query, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
            command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
            await using var row = await command.ExecuteReaderAsync(ct);
            if (await row.ReadAsync(ct))
            {
                const int rank = TaskCopyStore.Count + ProjectRow.Count;
                var access = new Access(ProjectRow.Read(row, TaskCopyStore.Count), row.GetInt16(rank));
                return new OpenComment(CommentRow.Read(row, rank + 1), new TaskInProject(TaskCopyStore.Read(row), access));
            }
        }

        // It may be that this service has not heard of the caller's membership yet.
        return await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.DeletedAt == null, ct) is { } comment
            && await tasks.LearnAsync(comment.TaskId, callerId, ct) is { } task
            ? new OpenComment(comment, task)
            : null;
    }
}
