using Npgsql;
using NpgsqlTypes;
using Waymark.Tasks.Model.Linking;

namespace Waymark.Tasks.Data;

/// <summary>The statements that write a dependency.</summary>
internal static class DependencyWrite
{
    private const string InsertSql =
        """
        insert into task_dependency (id, workspace_id, from_id, to_id, kind, link, lag_minutes, created_by, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private static readonly string GuardedDelete = DirectWrites.Guarded("delete from task_dependency where id = $1");

    public static NpgsqlBatchCommand Insert(TaskDependency dependency)
    {
        var insert = new NpgsqlBatchCommand(InsertSql);
        insert.Parameters.With(dependency.Id).With(dependency.WorkspaceId).With(dependency.FromId).With(dependency.ToId).With((short)dependency.Kind)
            .With((short?)dependency.Link, NpgsqlDbType.Smallint).With(dependency.LagMinutes, NpgsqlDbType.Integer)
            .With(dependency.CreatedBy).With(dependency.CreatedAt);
        return insert;
    }

    /// <summary>Fails when somebody else was quicker.</summary>
    public static NpgsqlBatchCommand Delete(Guid id)
    {
        var delete = new NpgsqlBatchCommand(GuardedDelete);
        delete.Parameters.With(id);
        return delete;
    }
}
