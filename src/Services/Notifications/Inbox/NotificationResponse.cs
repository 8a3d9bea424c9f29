using Npgsql;

namespace Waymark.Notifications.Inbox;

/// <summary>What a notification is about: a <c>task</c> or a <c>project</c>.</summary>
public sealed record NotificationSubject([property: OneOf("task", "project")] string Kind, Guid Id, string Key, string Title);

/// <summary>A notification as its person sees it, and as the live message <c>notification</c> carries it.</summary>
public sealed record NotificationResponse(Guid Id, string Type, NotificationSubject Subject, Guid ProjectId, Guid? CommentId,
    Guid? ActorId, DateTimeOffset At, DateTimeOffset? ReadAt)
{
    /// <summary>The columns of notification <c>n</c> and project <c>p</c>, in the order of <see cref="Read"/>.</summary>
    internal const string Columns =
        "n.id, n.type, n.project_id, p.key, n.task_id, n.number, n.comment_id, n.title, n.actor_id, n.at, n.read_at";

    /// <summary>What the caller was told and may still see; who has left a project no longer sees what happened there.</summary>
    internal const string OwnVisible = $"n.user_id = @caller and {AccessSql.Visible}";

    internal static NotificationResponse Of(Notification n, string projectKey) =>
        new(n.Id, n.Type, SubjectOf(n.ProjectId, projectKey, n.TaskId, n.Number, n.Title), n.ProjectId, n.CommentId, n.ActorId, n.At, n.ReadAt);

    internal static NotificationResponse Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        SubjectOf(row.GetGuid(2), row.GetString(3), IdOrNull(row, 4), row.IsDBNull(5) ? null : row.GetInt32(5), row.GetString(7)),
        row.GetGuid(2),
        IdOrNull(row, 6),
        IdOrNull(row, 8),
        row.GetFieldValue<DateTimeOffset>(9),
        row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10));

    private static NotificationSubject SubjectOf(Guid projectId, string projectKey, Guid? taskId, int? number, string title) =>
        taskId is { } task
            ? new NotificationSubject("task", task, $"{projectKey}-{number}", title)
            : new NotificationSubject("project", projectId, projectKey, title);

    private static Guid? IdOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
