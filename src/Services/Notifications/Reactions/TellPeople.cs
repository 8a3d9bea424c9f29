using Npgsql;
using Waymark.Contracts.Communication;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Notifications.Inbox;
using Waymark.Notifications.Live;

namespace Waymark.Notifications.Reactions;

/// <summary>
/// Writes what events tell people: once for each person and event, never to the one who acted, and only to those who may see
/// the project. Live connections of these people learn of it after the commit.
/// </summary>
internal sealed class TellPeople(
    NotificationsDbContext db, TaskCopies<NotificationsDbContext> tasks, ProjectSight sight, LiveConnections live, AfterCommit afterCommit)
{
    private const string Tasks = $"select {TaskCopyStore.Columns} from task_copy t where t.id = any(@ids)";

    private const string Insert =
        """
        insert into notification (id, user_id, event_id, type, project_id, task_id, number, comment_id, title, actor_id, at)
        select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::int[], $8::uuid[], $9::text[],
            $10::uuid[], $11::timestamptz[])
        on conflict do nothing
        returning id
        """;

    /// <summary>Tells what these events tell; the copies of members and tasks show them already.</summary>
    public async Task TellAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var commented = await CommentedTasksAsync(events, ct);
        var candidates = events.SelectMany(received => For(received, commented)).ToList();
        var visible = await sight.OfAsync([.. candidates.Select(n => (n.ProjectId, n.UserId)).Distinct()], ct);
        candidates.RemoveAll(n => !visible.ContainsKey((n.ProjectId, n.UserId)));
        if (candidates.Count == 0)
        {
            return;
        }

        var written = await InsertAsync(candidates, ct);
        foreach (var notification in candidates.Where(n => written.Contains(n.Id)))
        {
            var message = NotificationResponse.Of(notification, visible[(notification.ProjectId, notification.UserId)]);
            afterCommit.Do(() => live.Tell(notification.UserId, message));
        }
    }

    private static IEnumerable<Notification> For(ReceivedEvent received, Dictionary<Guid, TaskCopy> commented)
    {
        var task = received.Event switch
        {
            TaskEvent e => TaskCopyStore.CopyOf(e.Task, isDeleted: null),
            ITaskEvent e => commented.GetValueOrDefault(e.TaskId),
            _ => null,
        };
        if (Audience.Of(received.Event, task) is not { } audience || (task is null && received.Event is ITaskEvent))
        {
            return [];
        }

        var context = received.Context;
        return audience.Users.Distinct().Where(user => user != context.ActorId).Select(user => new Notification
        {
            Id = Guid.CreateVersion7(context.At),
            UserId = user,
            EventId = context.Id,
            Type = audience.Type,
            ProjectId = ((IProjectEvent)received.Event).ProjectId,
            TaskId = task?.Id,
            Number = task?.Number,
            CommentId = audience.CommentId,
            Title = task?.Title ?? ((ProjectEvent)received.Event).Project.Name,
            ActorId = context.ActorId,
            At = context.At,
        });
    }

    /// <summary>The tasks that comments are on; one that this service has not heard of yet is asked for on the author's behalf.</summary>
    private async Task<Dictionary<Guid, TaskCopy>> CommentedTasksAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var wanted = events.Where(e => e.Event is CommentCreated or UserMentioned)
            .GroupBy(e => ((ITaskEvent)e.Event).TaskId, e => e.Context.ActorId)
            .ToDictionary(g => g.Key, g => g.First());
        var found = new Dictionary<Guid, TaskCopy>();
        if (wanted.Count == 0)
        {
            return found;
        }

        await using (var command = await db.CommandAsync(Tasks, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. wanted.Keys]));
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                var task = TaskCopyStore.Read(row);
                found[task.Id] = task;
            }
        }

        foreach (var (taskId, authorId) in wanted)
        {
            if (!found.ContainsKey(taskId) && authorId is { } author && await tasks.LearnAsync(taskId, author, ct) is { } known)
            {
                found[taskId] = known.Task;
            }
        }

        return found;
    }

    private async Task<HashSet<Guid>> InsertAsync(List<Notification> rows, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Insert, ct);
        command.AddArray(rows, n => n.Id);
        command.AddArray(rows, n => n.UserId);
        command.AddArray(rows, n => n.EventId);
        command.AddArray(rows, n => n.Type);
        command.AddArray(rows, n => n.ProjectId);
        command.AddArray(rows, n => n.TaskId);
        command.AddArray(rows, n => n.Number);
        command.AddArray(rows, n => n.CommentId);
        command.AddArray(rows, n => n.Title);
        command.AddArray(rows, n => n.ActorId);
        command.AddArray(rows, n => n.At);
        await using var row = await command.ExecuteReaderAsync(ct);
        var written = new HashSet<Guid>();
        while (await row.ReadAsync(ct))
        {
            written.Add(row.GetGuid(0));
        }

        return written;
    }
}
