using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using Waymark.Tasks.Model.Templates;

namespace Waymark.Tasks.Data;

/// <summary>The statements that write a template.</summary>
internal static class TemplateWrite
{
    private const string InsertSql =
        """
        insert into task_template (id, project_id, workspace_id, name, content, created_by, created_at, updated_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private static readonly string GuardedUpdate =
        DirectWrites.Guarded("update task_template set name = $2, content = $3, updated_at = $4, version = $5 where id = $1 and version = $5 - 1");

    private static readonly string GuardedDelete = DirectWrites.Guarded("delete from task_template where id = $1 and version = $2");

    public static NpgsqlBatchCommand Insert(TaskTemplate t)
    {
        var insert = new NpgsqlBatchCommand(InsertSql);
        insert.Parameters.With(t.Id).With(t.ProjectId).With(t.WorkspaceId).With(t.Name).With(t.ContentJson)
            .With(t.CreatedBy).With(t.CreatedAt).With(t.UpdatedAt).With(t.Version);
        return insert;
    }

    public static NpgsqlBatchCommand Update(TaskTemplate t)
    {
        var update = new NpgsqlBatchCommand(GuardedUpdate);
        update.Parameters.With(t.Id).With(t.Name).With(t.ContentJson).With(t.UpdatedAt).With(t.Version);
        return update;
    }

    /// <summary>Deletes the row as it was before the event that tells of it.</summary>
    public static NpgsqlBatchCommand Delete(TaskTemplate t)
    {
        var delete = new NpgsqlBatchCommand(GuardedDelete);
        delete.Parameters.With(t.Id).With(t.Version - 1);
        return delete;
    }
}

internal sealed class TaskTemplateConfiguration : IEntityTypeConfiguration<TaskTemplate>
{
    public void Configure(EntityTypeBuilder<TaskTemplate> template)
    {
        template.ToTable("task_template");
        template.HasKey(t => t.Id);
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.ContentJson).HasColumnName("content");
        template.Property(t => t.Version).IsConcurrencyToken();
        template.Ignore(t => t.Content).Ignore(t => t.PartitionKey).Ignore(t => t.TenantId);
        template.HasIndex(t => new { t.ProjectId, t.Id });
    }
}
