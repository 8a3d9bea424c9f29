namespace Waymark.Identity.Sessions;

/// <summary>A session of the caller; <c>isCurrent</c> marks the one that the request belongs to.</summary>
public sealed record SessionResponse(
    Guid Id, string Device, string Address, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, bool IsCurrent);

internal static class ListSessions
{
    private const string Sort = "-createdAt";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/auth/sessions", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(ListSessions)).WithSummary("List your sessions, the newest first");

    private static async Task<Results<Answer<Page<SessionResponse>>, Problem>> HandleAsync(
        int? limit, string? cursor, Caller caller, IdentityDbContext db, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } problem)
        {
            return problem;
        }

        // Ids are made in the order of time, so they are the order of creation.
        var before = Guid.AllBitsSet;
        if (cursor is not null)
        {
            if (!Cursor.TryParse(cursor, Sort, out var parsed))
            {
                return Cursor.Invalid;
            }

            before = parsed.Id;
        }

        var now = db.Scope.Now;
        var rows = await db.Sessions
            .Where(s => s.UserId == caller.Id && s.RevokedAt == null && s.ExpiresAt > now && s.Id.CompareTo(before) < 0)
            .OrderByDescending(s => s.Id)
            .Take(size + 1)
            .Select(s => new SessionResponse(s.Id, s.Device, s.Address, s.CreatedAt, s.LastUsedAt, s.ExpiresAt, s.Id == caller.SessionId))
            .ToListAsync(ct);
        return Answers.Ok(Page<SessionResponse>.Of(rows, size, s => new Cursor(Sort, null, s.Id).ToString()));
    }
}
