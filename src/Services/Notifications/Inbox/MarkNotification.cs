using Npgsql;

namespace Waymark.Notifications.Inbox;

/// <summary>Sets and takes back the mark that a notification was read.</summary>
internal static class MarkNotification
{
    private const string Read =
        $"""
        update notification n set read_at = coalesce(n.read_at, @now)
        from project p {AccessSql.Joins}
        where n.id = @id and p.id = n.project_id and {NotificationResponse.OwnVisible}
        returning {NotificationResponse.Columns}
        """;

    private const string Unread =
        $"""
        update notification n set read_at = null
        from project p {AccessSql.Joins}
        where n.id = @id and p.id = n.project_id and {NotificationResponse.OwnVisible} and n.read_at is not null
        returning n.id
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/notifications/{notificationId:guid}/read", ReadAsync).RequirePermission(Permissions.SignedIn)
            .WithName("ReadNotification").WithSummary("Mark a notification as read");
        routes.MapDelete("/api/notifications/{notificationId:guid}/read", UnreadAsync).RequirePermission(Permissions.SignedIn)
            .WithName("UnreadNotification").WithSummary("Take the mark back that a notification was read");
    }

    private static async Task<Results<Answer<NotificationResponse>, Problem>> ReadAsync(
        Guid notificationId, Caller caller, NotificationsDbContext db, CancellationToken ct)
    {
        await using var command = await CommandAsync(db, Read, notificationId, caller, ct);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", db.Scope.Now));
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? Answers.Ok(NotificationResponse.Read(row)) : Problems.NotFound("notification");
    }

    private static async Task<Results<Deleted, Problem>> UnreadAsync(
        Guid notificationId, Caller caller, NotificationsDbContext db, CancellationToken ct)
    {
        await using var command = await CommandAsync(db, Unread, notificationId, caller, ct);
        return await command.ExecuteScalarAsync(ct) is not null ? Answers.Deleted() : Problems.NotFound("notification that was read");
    }

    private static async Task<NpgsqlCommand> CommandAsync(
        NotificationsDbContext db, string sql, Guid notificationId, Caller caller, CancellationToken ct)
    {
        var command = await db.CommandAsync(sql, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", notificationId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", caller.Id));
        return command;
    }
}
