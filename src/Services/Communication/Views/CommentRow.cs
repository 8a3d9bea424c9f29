using Npgsql;

namespace Waymark.Communication.Views;

/// <summary>Reads comments straight from a statement.</summary>
internal static class CommentRow
{
    /// <summary>The columns of comment <c>c</c> that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        """
        c.id, c.task_id, c.project_id, c.workspace_id, c.parent_id, c.author_id, c.body, c.mentioned_user_ids,
        c.created_at, c.edited_at, c.deleted_at, c.version
        """;

    /// <summary>The comment whose columns begin at <paramref name="first"/>.</summary>
    public static Comment Read(NpgsqlDataReader row, int first = 0) => new()
    {
        Id = row.GetGuid(first),
        TaskId = row.GetGuid(first + 1),
        ProjectId = row.GetGuid(first + 2),
        WorkspaceId = row.GetGuid(first + 3),
        ParentId = row.IsDBNull(first + 4) ? null : row.GetGuid(first + 4),
        AuthorId = row.GetGuid(first + 5),
        Body = row.IsDBNull(first + 6) ? null : row.GetString(first + 6),
        MentionedUserIds = row.GetFieldValue<Guid[]>(first + 7),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(first + 8),
        EditedAt = row.IsDBNull(first + 9) ? null : row.GetFieldValue<DateTimeOffset>(first + 9),
        DeletedAt = row.IsDBNull(first + 10) ? null : row.GetFieldValue<DateTimeOffset>(first + 10),
        Version = row.GetInt64(first + 11),
    };
}
