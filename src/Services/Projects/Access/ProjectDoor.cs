using Npgsql;
using Waymark.Contracts.Users;

namespace Waymark.Projects.Access;

/// <summary>
/// Finds projects and what the caller may do in them. When the service's copy of the workspace gives the caller nothing, it
/// asks users once, stores the answer and goes on; a negative answer is not stored.
/// </summary>
internal sealed class ProjectDoor(ProjectsDbContext db, IWorkspaceAccess workspaces)
{
    private const string ProjectQuery =
        $"""
        select {ProjectRow.Columns}, {ProjectRow.MemberColumns}, {ProjectRow.WorkspaceRank}
        from project p {ProjectRow.MembersJoin}
        where p.id = @id
        """;

    private const string WorkspaceQuery =
        """
        select w.time_zone, m.rank from workspace w join workspace_member m on m.workspace_id = w.id and m.user_id = @caller
        where w.id = @id
        """;

    /// <summary>The project, or null: absent, in the trash and invisible are the same.</summary>
    public async Task<OpenProject?> FindAsync(Guid projectId, Guid callerId, CancellationToken ct, bool isTrashOpen = false)
    {
        if (await ReadAsync(projectId, callerId, ct) is not { } open || open.Project.IsInTheMaking || (open.Project.DeletedAt is not null && !isTrashOpen))
        {
            return null;
        }

        if (open.Rank > 0)
        {
            return open;
        }

        var (_, workspaceRank) = await AskAsync(open.Project.WorkspaceId, callerId, ct);
        return workspaceRank >= 3 ? open with { Rank = 3 } : null;
    }

    /// <summary>The workspace's time zone and the caller's rank there, 0 when it does not exist or is not theirs.</summary>
    public async Task<(string TimeZone, int Rank)> FindWorkspaceAsync(Guid workspaceId, Guid callerId, CancellationToken ct)
    {
        await using (var command = await db.CommandAsync(WorkspaceQuery, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid>("id", workspaceId));
            command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
            await using var row = await command.ExecuteReaderAsync(ct);
            if (await row.ReadAsync(ct))
            {
                return (row.GetString(0), row.GetInt16(1));
            }
        }

        // The personal workspace has its person's id; there is nothing to ask, and its time zone follows with its event.
        return workspaceId == callerId ? ("UTC", WorkspaceRoles.Rank(WorkspaceRoles.Owner)) : await AskAsync(workspaceId, callerId, ct);
    }

    /// <summary>The project whoever asks, in the trash or not; the caller's rank may be 0.</summary>
    public async Task<OpenProject?> ReadAsync(Guid projectId, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(ProjectQuery, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", projectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
        {
            return null;
        }

        var project = ProjectRow.Read(row);
        ProjectRow.ReadMembers(row, ProjectRow.Count, project);
        return new OpenProject(project, Math.Max(project.RankOf(callerId), row.GetInt16(ProjectRow.Count + 3)));
    }

    /// <summary>
    /// Which of these people are in the workspace, guests included. Whom the copy does not know, users is asked for once, in the caller's name.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> PresentAsync(Guid workspaceId, Guid callerId, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var present = await ReadPresentAsync(workspaceId, people, ct);
        present.UnionWith(people.Where(id => id == callerId));
        if (present.Count < people.Count && (await AskAsync(workspaceId, callerId, ct)).Rank > 0)
        {
            present.UnionWith(await ReadPresentAsync(workspaceId, people, ct));
        }

        return present;
    }

    private async Task<HashSet<Guid>> ReadPresentAsync(Guid workspaceId, IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        await db.Set<WorkspaceMemberCopy>().Where(m => m.WorkspaceId == workspaceId && people.Contains(m.UserId)).Select(m => m.UserId).ToHashSetAsync(ct);

    private async Task<(string TimeZone, int Rank)> AskAsync(Guid workspaceId, Guid callerId, CancellationToken ct)
    {
        if (await workspaces.FindAsync(workspaceId, callerId, ct) is not { } workspace)
        {
            return ("UTC", 0);
        }

        await WorkspaceStore.StoreAsync(db, workspace, ct);
        return (workspace.TimeZone, WorkspaceRoles.Rank(workspace.Members.FirstOrDefault(m => m.UserId == callerId)?.Role));
    }
}
