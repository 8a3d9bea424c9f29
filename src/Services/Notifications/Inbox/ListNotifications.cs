using Npgsql;
using NpgsqlTypes;

namespace Waymark.Notifications.Inbox;

internal static class ListNotifications
{
    private const string Sort = "-at";

    private const string Query =
        $"""
        select {NotificationResponse.Columns}
        from notification n join project p on p.id = n.project_id {AccessSql.Joins}
        where {NotificationResponse.OwnVisible} and (@before is null or n.id < @before)
        """;

    private const string Order = " order by n.id desc limit @limit";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/notifications", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(ListNotifications)).WithSummary("What the caller was told, newest first");

    private static async Task<Results<Answer<Page<NotificationResponse>>, Problem>> HandleAsync(
        bool? unread, int? limit, string? cursor, Caller caller, NotificationsDbContext db, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? from = null;
        if (cursor is not null && !Cursor.TryParse(cursor, Sort, out from))
        {
            return Cursor.Invalid;
        }

        await using var command = await db.CommandAsync(Query + (unread == true ? " and n.read_at is null" : "") + Order, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", caller.Id));
        command.Parameters.Add(new NpgsqlParameter("before", NpgsqlDbType.Uuid) { Value = (object?)from?.Id ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<int>("limit", size + 1));
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<NotificationResponse>();
        while (await row.ReadAsync(ct))
        {
            rows.Add(NotificationResponse.Read(row));
        }

        return Answers.Ok(Page<NotificationResponse>.Of(rows, size, n => new Cursor(Sort, null, n.Id).ToString()));
    }
}
