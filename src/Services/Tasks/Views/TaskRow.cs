using Npgsql;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Model.Custom;

namespace Waymark.Tasks.Views;

/// <summary>Reads tasks straight from a statement, for the reads that must be fast.</summary>
internal static class TaskRow
{
    /// <summary>The columns of task <c>t</c> that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        """
        t.id, t.project_id, t.workspace_id, t.number, t.reporter_id, t.parent_id, t.title, t.status, t.status_category, t.priority,
        t.difficulty, t.estimate_minutes, t.start_on, t.start_at, t.due_on, t.due_at, t.completed_at, t.assignee_ids, t.watcher_ids,
        t.labels, t.rank, t.created_at, t.updated_at, t.version, t.comment_count, t.attachment_count, t.subtask_count, t.subtask_done_count,
        t.milestone_id, t.steps, t.step_count, t.step_done_count, t.muted_ids, t.recurrence, t.type,
        t.deadline_on, t.deadline_at, t.duration_minutes
        """;

    /// <summary>How many columns that are; what a statement adds stands behind them.</summary>
    public const int Count = 38;

    /// <summary>The columns that <see cref="ReadWhole"/> expects: those, and behind them what lists leave out.</summary>
    public const string WholeColumns = $"{Columns}, t.description, t.custom_fields, {ProjectFields.OfTask}";

    /// <summary>The same for a task that is to be changed.</summary>
    public const string ChangedColumns = $"{Columns}, t.description, t.custom_fields, {ProjectFields.OfChangedTask}";

    /// <summary>How many columns that are.</summary>
    public const int WholeCount = Count + 3;

    /// <summary>The same columns, with what is computed among the values of custom fields; nothing may be written by such a task.</summary>
    public static string WholeWith(ComputedFields computed) =>
        computed.AreNone ? WholeColumns : $"{Columns}, t.description, {computed.ValuesSql}, {ProjectFields.OfAnyTask}";

    /// <summary>A task with everything.</summary>
    public static TaskItem ReadWhole(NpgsqlDataReader row)
    {
        var task = Read(row);
        task.Description = row.GetString(Count);
        task.CustomJson = row.IsDBNull(Count + 1) ? null : row.GetString(Count + 1);
        task.Fields = TaskCustomField.Parse(row.IsDBNull(Count + 2) ? null : row.GetString(Count + 2));
        return task;
    }

    /// <summary>A task without what lists leave out; nothing may be written by it.</summary>
    public static TaskItem Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        ProjectId = row.GetGuid(1),
        WorkspaceId = row.GetGuid(2),
        Number = row.GetInt32(3),
        ReporterId = row.GetGuid(4),
        ParentId = row.IsDBNull(5) ? null : row.GetGuid(5),
        Title = row.GetString(6),
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
        StepsJson = row.IsDBNull(29) ? null : row.GetString(29),
        StepCount = row.GetInt16(30),
        StepDoneCount = row.GetInt16(31),
        Type = row.GetString(34),
        RecurrenceJson = row.IsDBNull(33) ? null : row.GetString(33),
        MutedIds = row.IsDBNull(32) ? null : row.GetFieldValue<Guid[]>(32),
        DeadlineOn = row.IsDBNull(35) ? null : row.GetFieldValue<DateOnly>(35),
        DeadlineAt = Instant(row, 36),
        DurationMinutes = row.IsDBNull(37) ? null : row.GetInt32(37),
    };

    private static DateTimeOffset? Instant(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
