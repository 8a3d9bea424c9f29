using Npgsql;

namespace Waymark.Tasks.Views;

/// <summary>Reads tasks straight from a statement, for the reads that must be fast.</summary>
internal static class TaskRow
{
    /// <summary>The columns of task <c>t</c> that <see cref="Read"/> expects, in its order, the description aside.</summary>
    public const string Columns =
        """
        t.id, t.project_id, t.workspace_id, t.number, t.reporter_id, t.parent_id, t.title, t.status, t.status_category, t.priority,
        t.difficulty, t.estimate_minutes, t.start_on, t.start_at, t.due_on, t.due_at, t.completed_at, t.assignee_ids, t.watcher_ids,
        t.labels, t.rank, t.created_at, t.updated_at, t.version, t.comment_count, t.attachment_count, t.subtask_count, t.subtask_done_count,
        t.milestone_id
        """;

    /// <summary>How many columns that are; what a statement adds stands behind them.</summary>
    public const int Count = 29;

    public static TaskItem Read(NpgsqlDataReader row, string description = "") => new()
    {
        Id = row.GetGuid(0),
        ProjectId = row.GetGuid(1),
        WorkspaceId = row.GetGuid(2),
        Number = row.GetInt32(3),
        ReporterId = row.GetGuid(4),
        ParentId = row.IsDBNull(5) ? null : row.GetGuid(5),
        Title = row.GetString(6),
        Description = description,
        Status = row.GetString(7),
        StatusCategory = row.GetString(8),
        Priority = (TaskPriority)row.GetInt16(9),
        Difficulty = row.IsDBNull(10) ? null : row.GetInt16(10),
        EstimateMinutes = row.IsDBNull(11) ? null : row.GetInt32(11),
        StartOn = row.IsDBNull(12) ? null : row.GetFieldValue<DateOnly>(12),
        StartAt = Instant(row, 13),
        DueOn = row.IsDBNull(14) ? null : row.GetFieldValue<DateOnly>(14),
        DueAt = Instant(row, 15),
        CompletedAt = Instant(row, 16),
        AssigneeIds = row.GetFieldValue<Guid[]>(17),
        WatcherIds = row.GetFieldValue<Guid[]>(18),
        Labels = row.GetFieldValue<string[]>(19),
        Rank = row.GetString(20),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(21),
        UpdatedAt = row.GetFieldValue<DateTimeOffset>(22),
        Version = row.GetInt64(23),
        CommentCount = row.GetInt32(24),
        AttachmentCount = row.GetInt32(25),
        SubtaskCount = row.GetInt32(26),
        SubtaskDoneCount = row.GetInt32(27),
        MilestoneId = row.IsDBNull(28) ? null : row.GetGuid(28),
    };

    private static DateTimeOffset? Instant(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
