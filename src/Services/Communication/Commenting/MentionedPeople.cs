using Npgsql;

namespace Waymark.Communication.Commenting;

/// <summary>Who is mentioned in a body and may see the project; nobody else learns of it.</summary>
internal sealed class MentionedPeople(CommunicationDbContext db, ProjectGuard<CommunicationDbContext> guard)
{
    private const string Query =
        """
        select u.id from unnest(@users) u(id)
        where exists (select 1 from project_member m where m.project_id = @project and m.user_id = u.id)
           or exists (select 1 from project p join workspace_manager w on w.workspace_id = p.workspace_id
                where p.id = @project and w.user_id = u.id)
        """;

    /// <summary>In the order of their first mention.</summary>
    public async Task<Guid[]> InAsync(string body, Guid projectId, CancellationToken ct)
    {
        var mentioned = Mentions.In(body);
        if (mentioned.Count == 0)
        {
            return [];
        }

        var members = await KnownAsync(mentioned, projectId, ct);
        foreach (var unknown in mentioned.Where(id => !members.Contains(id)))
        {
            // Somebody who became a member a moment ago may be missing from this service's copy.
            if (await guard.LearnAsync(projectId, unknown, ct))
            {
                members.Add(unknown);
            }
        }

        return [.. mentioned.Where(members.Contains)];
    }

    /// <summary>Publishes one event for each person who was not mentioned before.</summary>
    public static void Tell(CommunicationDbContext db, Comment comment, TaskInProject task, IReadOnlyCollection<Guid> before)
    {
        foreach (var userId in comment.MentionedUserIds.Except(before))
        {
            db.Publish(comment, new UserMentioned(userId, comment.Id, comment.TaskId, comment.ProjectId, task.Key, task.Task.Title));
        }
    }

    private async Task<HashSet<Guid>> KnownAsync(IReadOnlyList<Guid> users, Guid projectId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("users", [.. users]));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        await using var row = await command.ExecuteReaderAsync(ct);
        var known = new HashSet<Guid>();
        while (await row.ReadAsync(ct))
        {
            known.Add(row.GetGuid(0));
        }

        return known;
    }
}
