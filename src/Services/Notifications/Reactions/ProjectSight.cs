using Npgsql;

namespace Waymark.Notifications.Reactions;

/// <summary>Which people may see which projects, asked for many pairs at once.</summary>
internal sealed class ProjectSight(NotificationsDbContext db, ProjectGuard<NotificationsDbContext> guard)
{
    private static readonly string Query =
        $"""
        select u.project_id, u.user_id, p.key from unnest(@projects, @users) u(project_id, user_id)
        join project p on p.id = u.project_id
        {AccessSql.JoinsOf("u.user_id")}
        where {AccessSql.Visible}
        """;

    /// <summary>The pairs whose person may see the project, with the project's key. Pairs that the copy does not show are asked for.</summary>
    public async Task<Dictionary<(Guid Project, Guid User), string>> OfAsync(IReadOnlyList<(Guid Project, Guid User)> pairs, CancellationToken ct)
    {
        var visible = await ReadAsync(pairs, ct);
        var learned = false;
        foreach (var (project, user) in pairs.Where(pair => !visible.ContainsKey(pair)))
        {
            learned |= await guard.LearnAsync(project, user, ct);
        }

        return learned ? await ReadAsync(pairs, ct) : visible;
    }

    private async Task<Dictionary<(Guid, Guid), string>> ReadAsync(IReadOnlyList<(Guid Project, Guid User)> pairs, CancellationToken ct)
    {
        var visible = new Dictionary<(Guid, Guid), string>();
        if (pairs.Count == 0)
        {
            return visible;
        }

        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. pairs.Select(p => p.Project)]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("users", [.. pairs.Select(p => p.User)]));
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            visible[(row.GetGuid(0), row.GetGuid(1))] = row.GetString(2);
        }

        return visible;
    }
}
