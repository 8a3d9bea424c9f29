using Npgsql;
using NpgsqlTypes;

namespace Waymark.Tasks.Data;

/// <summary>The statements that write a task's row; counters have statements of their own and are never written from a loaded row.</summary>
internal static class TaskWrite
{
    private const string InsertSql =
        """
        insert into task (id, project_id, workspace_id, number, reporter_id, parent_id, title, description, status, status_category,
            priority, difficulty, estimate_minutes, start_on, start_at, due_on, due_at, completed_at, assignee_ids, watcher_ids,
            labels, rank, milestone_id, steps, step_count, step_done_count, custom_fields, muted_ids, recurrence, type, deleted_at, updated_at,
            version, deadline_on, deadline_at, duration_minutes, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37)
        """;

    private const string UpdateSql =
        """
        update task set project_id = $2, workspace_id = $3, number = $4, reporter_id = $5, parent_id = $6, title = $7, description = $8,
            status = $9, status_category = $10, priority = $11, difficulty = $12, estimate_minutes = $13, start_on = $14, start_at = $15,
            due_on = $16, due_at = $17, completed_at = $18, assignee_ids = $19, watcher_ids = $20, labels = $21, rank = $22,
            milestone_id = $23, steps = $24, step_count = $25, step_done_count = $26, custom_fields = $27, muted_ids = $28, recurrence = $29,
            type = $30, deleted_at = $31, updated_at = $32, version = $33, deadline_on = $34, deadline_at = $35, duration_minutes = $36
        where id = $1 and version = $37
        """;

    private static readonly string GuardedUpdate = DirectWrites.Guarded(UpdateSql);

    private static readonly string GuardedErase = DirectWrites.Guarded("delete from task where id = $1 and version = $2");

    /// <summary>Writes a row in any case, as a batch demands; the spelling of somebody who was quicker stays.</summary>
    private const string KeepLabelSql =
        """
        insert into project_label (project_id, folded, name) values ($1, $2, $3)
        on conflict (project_id, folded) do update set name = coalesce(project_label.name, excluded.name)
        """;

    /// <summary>Keeps the spelling of a label that a task is the first to name.</summary>
    public static NpgsqlBatchCommand KeepLabel(Guid projectId, string name)
    {
        var insert = new NpgsqlBatchCommand(KeepLabelSql);
        insert.Parameters.With(projectId).With(LabelNames.Fold(name)).With(name);
        return insert;
    }

    public static NpgsqlBatchCommand Insert(TaskItem task)
    {
        var insert = new NpgsqlBatchCommand(InsertSql);
        AddRow(insert.Parameters, task).With(task.CreatedAt);
        return insert;
    }

    /// <summary>Finds the row only while it has the version that the change was decided on.</summary>
    public static NpgsqlBatchCommand Update(TaskItem task, long versionBefore)
    {
        var update = new NpgsqlBatchCommand(GuardedUpdate);
        AddRow(update.Parameters, task).With(versionBefore);
        return update;
    }

    /// <summary>Takes away the row, only while it has the version that is known.</summary>
    public static NpgsqlBatchCommand Erase(TaskItem task)
    {
        var erase = new NpgsqlBatchCommand(GuardedErase);
        erase.Parameters.With(task.Id).With(task.Version);
        return erase;
    }

    /// <summary>Takes away what is kept about a task beside its row.</summary>
    public static IEnumerable<NpgsqlBatchCommand> EraseParts(Guid taskId)
    {
        var stream = new NpgsqlBatchCommand("delete from task_event where stream_id = $1");
        stream.Parameters.With(taskId);
        yield return stream;
    }

    private static NpgsqlParameterCollection AddRow(NpgsqlParameterCollection row, TaskItem t) => row
        .With(t.Id).With(t.ProjectId).With(t.WorkspaceId).With(t.Number).With(t.ReporterId).With(t.ParentId, NpgsqlDbType.Uuid)
        .With(t.Title).With(t.Description).With(t.Status).With(t.StatusCategory).With((short)t.Priority)
        .With(t.Difficulty, NpgsqlDbType.Smallint).With(t.EstimateMinutes, NpgsqlDbType.Integer)
        .With(t.StartOn, NpgsqlDbType.Date).With(t.StartAt, NpgsqlDbType.TimestampTz)
        .With(t.DueOn, NpgsqlDbType.Date).With(t.DueAt, NpgsqlDbType.TimestampTz).With(t.CompletedAt, NpgsqlDbType.TimestampTz)
        .With(t.AssigneeIds).With(t.WatcherIds).With(t.Labels).With(t.Rank).With(t.MilestoneId, NpgsqlDbType.Uuid)
        .With(t.StepsJson, NpgsqlDbType.Text).With(t.StepCount).With(t.StepDoneCount).With(t.CustomJson, NpgsqlDbType.Jsonb).With(t.MutedIds, NpgsqlDbType.Array | NpgsqlDbType.Uuid)
        .With(t.RecurrenceJson, NpgsqlDbType.Text).With(t.Type)
        .With(t.DeletedAt, NpgsqlDbType.TimestampTz).With(t.UpdatedAt).With(t.Version)
        .With(t.DeadlineOn, NpgsqlDbType.Date).With(t.DeadlineAt, NpgsqlDbType.TimestampTz).With(t.DurationMinutes, NpgsqlDbType.Integer);
}
