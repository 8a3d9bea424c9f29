using Npgsql;
using NpgsqlTypes;

namespace Waymark.Tasks.SavedViews;

/// <summary>A view with what the caller may do where it belongs: 1 (viewer) to 4 (owner).</summary>
internal sealed record OpenView(SavedView View, int Rank)
{
    /// <summary>Whether the caller may change it: its owner, and of a shared one who manages the place.</summary>
    public Problem? DemandWrite(Guid callerId) => View.OwnerId == callerId || (Rank >= 3 && View.Visibility != ViewVisibilities.Private)
        ? null
        : Problems.Forbidden("A shared view is changed by its owner, or by who manages the project or workspace.");
}

/// <summary>The statements that read and write saved views; each read checks the caller's right itself.</summary>
internal static class ViewStore
{
    /// <summary>What is read of a view <c>v</c>.</summary>
    public const string Columns =
        "v.id, v.workspace_id, v.project_id, v.owner_id, v.name, v.layout, v.query, v.group_by, v.columns, v.visibility, v.created_at, v.updated_at, v.version";

    private const int Count = 13;

    /// <summary>In a workspace without a project: who manages it, and who is in one of its projects.</summary>
    private const string WorkspaceRank =
        """
        case when {0} = @caller or exists (select from workspace_manager g where g.workspace_id = {0} and g.user_id = @caller) then 3
             when exists (select from project q join project_member o on o.project_id = q.id and o.user_id = @caller
                          where q.workspace_id = {0} and q.state <> 'deleted') then 1
             else 0 end
        """;

    private static readonly string Visible =
        $"""
        select * from (
            select {Columns},
                (case when v.project_id is null then {Rank("v.workspace_id")} when {AccessSql.Visible} then {AccessSql.Rank} else 0 end)::smallint as caller_rank
            from saved_view v left join project p on p.id = v.project_id {AccessSql.Joins}
            where (v.owner_id = @caller or v.visibility <> '{ViewVisibilities.Private}')
        """;

    private static readonly string FindOne = $"{Visible} and v.id = @id) v where v.caller_rank > 0";

    private static readonly string List =
        $"""
        {Visible} and (@project is null or v.project_id = @project) and (@workspace is null or v.workspace_id = @workspace)
                and (@behind is null or v.id < @behind)) v
        where v.caller_rank > 0 order by v.id desc limit @limit
        """;

    private static readonly string FindWorkspace = $"select ({Rank("@workspace")})::smallint";

    private const string InsertSql =
        """
        insert into saved_view (id, workspace_id, project_id, owner_id, name, layout, query, group_by, columns, visibility, created_at, updated_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    private static readonly string UpdateSql = DirectWrites.Guarded(
        """
        update saved_view set workspace_id = $2, project_id = $3, owner_id = $4, name = $5, layout = $6, query = $7, group_by = $8, columns = $9,
            visibility = $10, created_at = $11, updated_at = $12, version = $13
        where id = $1 and version = $13 - 1
        """);

    private static readonly string DeleteSql = DirectWrites.Guarded("delete from saved_view where id = $1 and version = $2");

    public static async Task<OpenView?> FindAsync(TasksDbContext db, Guid id, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(FindOne, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new OpenView(Read(row), row.GetInt16(Count)) : null;
    }

    public static async Task<List<SavedView>> ListAsync(
        TasksDbContext db, Guid? projectId, Guid? workspaceId, Guid? behind, int limit, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(List, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter("project", NpgsqlDbType.Uuid) { Value = (object?)projectId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("workspace", NpgsqlDbType.Uuid) { Value = (object?)workspaceId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("behind", NpgsqlDbType.Uuid) { Value = (object?)behind ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit + 1));
        await using var row = await command.ExecuteReaderAsync(ct);
        var views = new List<SavedView>();
        while (await row.ReadAsync(ct))
        {
            views.Add(Read(row));
        }

        return views;
    }

    /// <summary>What the caller may do in a workspace as far as this service knows; 0 for strangers.</summary>
    public static async Task<int> RankInAsync(TasksDbContext db, Guid workspaceId, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(FindWorkspace, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", workspaceId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        return (short)(await command.ExecuteScalarAsync(ct))!;
    }

    public static NpgsqlBatchCommand Insert(SavedView view) => Whole(InsertSql, view);

    /// <summary>Finds the row only while it has the version before this one.</summary>
    public static NpgsqlBatchCommand Update(SavedView view) => Whole(UpdateSql, view);

    public static NpgsqlBatchCommand Delete(SavedView view)
    {
        var delete = new NpgsqlBatchCommand(DeleteSql);
        delete.Parameters.With(view.Id).With(view.Version);
        return delete;
    }

    private static NpgsqlBatchCommand Whole(string sql, SavedView v)
    {
        var write = new NpgsqlBatchCommand(sql);
        write.Parameters.With(v.Id).With(v.WorkspaceId).With(v.ProjectId, NpgsqlDbType.Uuid).With(v.OwnerId).With(v.Name).With(v.Layout)
            .With(v.Query).With(v.GroupBy, NpgsqlDbType.Text).With(v.Columns).With(v.Visibility).With(v.CreatedAt).With(v.UpdatedAt).With(v.Version);
        return write;
    }

    private static string Rank(string workspace) => WorkspaceRank.Replace("{0}", workspace, StringComparison.Ordinal);

    public static SavedView Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        WorkspaceId = row.GetGuid(1),
        ProjectId = row.IsDBNull(2) ? null : row.GetGuid(2),
        OwnerId = row.GetGuid(3),
        Name = row.GetString(4),
        Layout = row.GetString(5),
        Query = row.GetString(6),
        GroupBy = row.IsDBNull(7) ? null : row.GetString(7),
        Columns = row.GetFieldValue<string[]>(8),
        Visibility = row.GetString(9),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(10),
        UpdatedAt = row.GetFieldValue<DateTimeOffset>(11),
        Version = row.GetInt64(12),
    };
}
