using Npgsql;

namespace Waymark.Projects.Lifecycle;

/// <summary>Finds a key for a project and reserves it; keys once used in a workspace stay with their project.</summary>
internal static class KeyReservation
{
    public static readonly ProblemKind KeyTaken = ProblemKind.Conflict("key_taken", "The key belongs to another project of this workspace, now or earlier.");

    /// <summary>
    /// Three statements in one trip: the lock, held until the transaction ends, makes creations in one workspace follow each
    /// other; the last then sees what the one before has committed. The workspace cannot be deleted until then.
    /// </summary>
    private const string Query =
        """
        select pg_advisory_xact_lock(hashtextextended(@workspace::text, 7));
        select is_deleted from workspace where id = @workspace for share;
        select key from project_key where workspace_id = @workspace and starts_with(key, @key);
        """;

    /// <summary>Reserves the wished key, or the first free one made from the name. Needs an open transaction.</summary>
    public static async Task<(string Key, Problem? Problem)> ReserveAsync(
        ProjectsDbContext db, Guid workspaceId, Guid projectId, string? wished, string name, CancellationToken ct)
    {
        var start = wished ?? ProjectKeys.Of(name);
        if (await ReadTakenAsync(db, workspaceId, start, ct) is not { } taken)
        {
            return (start, Problems.NotFound("workspace"));
        }

        if (wished is not null && taken.Contains(wished))
        {
            return (wished, Taken(wished));
        }

        var key = ProjectKeys.FirstFree(start, taken);
        db.Keys.Add(new ProjectKey { WorkspaceId = workspaceId, Key = key, ProjectId = projectId });
        return (key, null);
    }

    /// <summary>Gives a project another key: one that nobody has, or one that it had before.</summary>
    public static async Task<Problem?> ChangeAsync(ProjectsDbContext db, Project draft, string key, CancellationToken ct)
    {
        var holder = await db.Keys.AsNoTracking().FirstOrDefaultAsync(k => k.WorkspaceId == draft.WorkspaceId && k.Key == key, ct);
        if (holder is not null && holder.ProjectId != draft.Id)
        {
            return Taken(key);
        }

        if (holder is null)
        {
            db.Keys.Add(new ProjectKey { WorkspaceId = draft.WorkspaceId, Key = key, ProjectId = draft.Id });
        }

        draft.Key = key;
        return null;
    }

    private static Problem Taken(string key) => KeyTaken.Because($"The key {key} belongs to another project of this workspace, now or earlier.");

    /// <summary>Null when the workspace was deleted.</summary>
    private static async Task<HashSet<string>?> ReadTakenAsync(ProjectsDbContext db, Guid workspaceId, string start, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", workspaceId));
        // A number behind a long key takes the place of its last characters.
        command.Parameters.Add(new NpgsqlParameter<string>("key", start[..Math.Min(start.Length, 5)]));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        if (await row.ReadAsync(ct) && row.GetBoolean(0))
        {
            return null;
        }

        await row.NextResultAsync(ct);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            taken.Add(row.GetString(0));
        }

        return taken;
    }
}
