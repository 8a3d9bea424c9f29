using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using NpgsqlTypes;
using Waymark.Tasks.Model.Approving;

namespace Waymark.Tasks.Data;

/// <summary>The statements that write a request for approval.</summary>
internal static class ApprovalWrite
{
    private const string InsertSql =
        """
        insert into task_approval (id, workspace_id, task_id, status, note, requested_by, requested_at, approver_ids, needed, state, answers, decided_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    private static readonly string GuardedUpdate =
        DirectWrites.Guarded("update task_approval set state = $2, answers = $3, decided_at = $4, version = $5, approver_ids = $6 where id = $1 and version = $5 - 1");

    public static NpgsqlBatchCommand Insert(TaskApproval a)
    {
        var insert = new NpgsqlBatchCommand(InsertSql);
        insert.Parameters.With(a.Id).With(a.WorkspaceId).With(a.TaskId).With(a.Status).With(a.Note).With(a.RequestedBy).With(a.RequestedAt)
            .With(a.ApproverIds).With(a.Needed).With(a.State).With(a.AnswersJson).With(a.DecidedAt, NpgsqlDbType.TimestampTz).With(a.Version);
        return insert;
    }

    public static NpgsqlBatchCommand Update(TaskApproval a)
    {
        var update = new NpgsqlBatchCommand(GuardedUpdate);
        update.Parameters.With(a.Id).With(a.State).With(a.AnswersJson).With(a.DecidedAt, NpgsqlDbType.TimestampTz).With(a.Version).With(a.ApproverIds);
        return update;
    }
}

internal sealed class TaskApprovalConfiguration : IEntityTypeConfiguration<TaskApproval>
{
    public void Configure(EntityTypeBuilder<TaskApproval> approval)
    {
        approval.ToTable("task_approval");
        approval.HasKey(a => a.Id);
        approval.Property(a => a.Id).ValueGeneratedNever();
        approval.Property(a => a.AnswersJson).HasColumnName("answers");
        approval.Ignore(a => a.Answers);
        approval.HasOne<TaskItem>().WithMany().HasForeignKey(a => a.TaskId).OnDelete(DeleteBehavior.Cascade);
        approval.HasIndex(a => new { a.TaskId, a.Id });
        // One question at a time for each state.
        approval.HasIndex(a => new { a.TaskId, a.Status }).IsUnique().HasFilter("state = 'pending'").HasDatabaseName("ix_task_approval_pending");
    }
}
