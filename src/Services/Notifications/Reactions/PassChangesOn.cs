using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Users;
using Waymark.Notifications.Changes;
using Waymark.Notifications.Live;

namespace Waymark.Notifications.Reactions;

/// <summary>
/// Keeps what changed in projects, and after the commit hands it to the live connections. The membership copy shows these events
/// already, so what is then ended is judged by the new state.
/// </summary>
internal sealed class PassChangesOn(NotificationsDbContext db, LiveConnections live, AfterCommit afterCommit)
{
    private const string Allowed =
        """
        select p.id, array(
            select m.user_id from project_member m where m.project_id = p.id and p.state <> 'deleted'
            union
            select w.user_id from workspace_manager w where w.workspace_id = p.workspace_id and p.state <> 'deleted')
        from project p where p.id = any(@projects) or p.workspace_id = any(@workspaces)
        """;

    /// <summary>Comes last in a transaction: the log of changes holds up all other writers until the commit.</summary>
    public async Task PassOnAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var allowed = await AllowedAsync(events, ct);
        var changes = events.Select(ChangedMessage.Of).OfType<ChangedMessage>().ToList();
        var ofWorkspaces = events.Select(WorkspaceChangedMessage.Of).OfType<WorkspaceChangedMessage>().ToList();
        var ofPeople = events.Select(OwnChangedMessage.Of).OfType<OwnChangedMessage>().ToList();
        await ChangeLog.AppendAsync(db, changes, ct);
        afterCommit.Do(() =>
        {
            // Sent first: whoever was removed still learns that.
            changes.ForEach(live.Send);
            ofWorkspaces.ForEach(live.Send);
            ofPeople.ForEach(live.Send);
            allowed.ForEach(project => live.EndOthers(project.Id, project.Users));
            foreach (var workspace in events.Select(e => e.Event).OfType<WorkspaceEvent>().Where(e => e is WorkspaceMemberRemoved or WorkspaceDeleted).Select(e => e.Workspace))
            {
                live.EndOthers(workspace.Id, workspace.IsDeleted ? [] : [.. workspace.Members.Select(m => m.UserId)]);
            }

            foreach (var revoked in events.Select(e => e.Event).OfType<SessionRevoked>())
            {
                live.EndSession(revoked.SessionId);
            }
        });
    }

    /// <summary>Who may go on watching the projects in which these events can have taken a right away.</summary>
    private async Task<List<(Guid Id, HashSet<Guid> Users)>> AllowedAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var projects = events.Select(e => e.Event).OfType<ProjectEvent>()
            .Where(e => e is MemberRemoved or ProjectDeleted or ProjectUpdated).Select(e => e.ProjectId).ToArray();
        var workspaces = events.Select(e => e.Event).OfType<WorkspaceEvent>()
            .Where(e => e is WorkspaceMemberRemoved or WorkspaceMemberChanged or WorkspaceDeleted).Select(e => e.Workspace.Id).ToArray();
        var allowed = new List<(Guid, HashSet<Guid>)>();
        if (projects.Length + workspaces.Length == 0)
        {
            return allowed;
        }

        await using var command = await db.CommandAsync(Allowed, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", projects));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("workspaces", workspaces));
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            allowed.Add((row.GetGuid(0), [.. row.GetFieldValue<Guid[]>(1)]));
        }

        return allowed;
    }
}
