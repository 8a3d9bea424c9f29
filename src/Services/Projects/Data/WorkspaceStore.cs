using Npgsql;
using NpgsqlTypes;
using Waymark.Contracts.Users;

namespace Waymark.Projects.Data;

/// <summary>Writes the copy of workspaces: the whole small state in one statement, and never an older one over a newer.</summary>
internal static class WorkspaceStore
{
    private const string Store =
        """
        with stored as (
            insert into workspace (id, time_zone, is_deleted, version) values (@id, @zone, @deleted, @version)
            on conflict (id) do update set time_zone = excluded.time_zone, is_deleted = excluded.is_deleted, version = excluded.version
            where workspace.version < excluded.version
            returning id),
        gone as (
            delete from workspace_member m using stored s where m.workspace_id = s.id and m.user_id <> all(@users))
        insert into workspace_member (workspace_id, user_id, rank)
        select s.id, u.user_id, u.rank from stored s, unnest(@users, @ranks) as u(user_id, rank)
        on conflict (workspace_id, user_id) do update set rank = excluded.rank
        """;

    private const string Lock = "select is_deleted from workspace where id = @id for share";

    /// <summary>
    /// Whether the workspace was deleted. Until the transaction ends it cannot be: its deletion then finds what was put into it.
    /// </summary>
    public static async Task<bool> IsDeletedAsync(ProjectsDbContext db, Guid workspaceId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Lock, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", workspaceId));
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private const string Managers =
        """
        select w.time_zone, w.version,
            array(select m.user_id from workspace_member m where m.workspace_id = w.id and m.rank >= @manager)
        from workspace w where w.id = @id
        """;

    /// <summary>Who manages projects by a role in the workspace, or null while there is no copy of it.</summary>
    public static async Task<WorkspaceManagers?> ManagersAsync(ProjectsDbContext db, Guid workspaceId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Managers, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", workspaceId));
        command.Parameters.Add(new NpgsqlParameter<short>("manager", (short)WorkspaceRoles.Rank(WorkspaceRoles.Admin)));
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new WorkspaceManagers(workspaceId, row.GetString(0), row.GetFieldValue<Guid[]>(2), row.GetInt64(1))
            : null;
    }

    public static async Task StoreAsync(ProjectsDbContext db, WorkspaceState workspace, CancellationToken ct)
    {
        IReadOnlyList<WorkspaceMemberState> members = workspace.IsDeleted ? [] : workspace.Members;
        await using var command = await db.CommandAsync(Store, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", workspace.Id));
        command.Parameters.Add(new NpgsqlParameter<string>("zone", workspace.TimeZone));
        command.Parameters.Add(new NpgsqlParameter<bool>("deleted", workspace.IsDeleted));
        command.Parameters.Add(new NpgsqlParameter<long>("version", workspace.Version));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("users", [.. members.Select(m => m.UserId)]));
        command.Parameters.Add(new NpgsqlParameter("ranks", NpgsqlDbType.Array | NpgsqlDbType.Smallint)
        {
            Value = members.Select(m => (short)WorkspaceRoles.Rank(m.Role)).ToArray(),
        });
        await command.ExecuteNonQueryAsync(ct);
    }
}
