namespace Waymark.Notifications.Inbox;

/// <summary>How many notifications were marked.</summary>
public sealed record ReadAllAnswer(int Marked);

internal static class ReadAllNotifications
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/notifications/read-all", HandleAsync).RequirePermission(Permissions.SignedIn).WithMetadata(new Unrepeatable())
            .WithName(nameof(ReadAllNotifications)).WithSummary("Mark everything as read");

    private static async Task<Answer<ReadAllAnswer>> HandleAsync(Caller caller, NotificationsDbContext db, CancellationToken ct)
    {
        var now = db.Scope.Now;
        var marked = await db.Set<Notification>().Where(n => n.UserId == caller.Id && n.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
        return Answers.Ok(new ReadAllAnswer(marked));
    }
}
