using Npgsql;

namespace Waymark.Notifications.Inbox;

/// <summary>How many notifications the caller has not read.</summary>
public sealed record NotificationCount(long Unread);

internal static class CountNotifications
{
    private const string Query =
        $"""
        select count(*) from notification n join project p on p.id = n.project_id {AccessSql.Joins}
        where {NotificationResponse.OwnVisible} and n.read_at is null
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/notifications/count", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(CountNotifications)).WithSummary("How many notifications the caller has not read");

    private static async Task<Answer<NotificationCount>> HandleAsync(Caller caller, NotificationsDbContext db, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", caller.Id));
        return Answers.Ok(new NotificationCount((long)(await command.ExecuteScalarAsync(ct))!));
    }
}
