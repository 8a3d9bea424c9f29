using Npgsql;
using NpgsqlTypes;

namespace Waymark.Notifications.Changes;

/// <summary>
/// Changes after a cursor, oldest first. <paramref name="Cursor"/> is where to go on, now or after the next reconnect;
/// <paramref name="NextCursor"/> is the same while there are more.
/// </summary>
public sealed record ChangesAnswer(IReadOnlyList<ChangedMessage> Items, string? NextCursor, string Cursor);

/// <summary>What a client missed while it was not connected.</summary>
internal static class ListChanges
{
    private const string OfProject =
        $"""
        select {ChangeLog.Columns} from project p {AccessSql.Joins}
        left join lateral (
            select * from change x where x.project_id = p.id and x.seq > @since order by x.seq limit @limit) c on true
        where p.id = @project and {AccessSql.Visible}
        order by c.seq
        """;

    private const string OfAll =
        $"""
        select {ChangeLog.Columns} from change c
        where c.seq > @since and c.project_id in ({AccessSql.VisibleProjects})
        order by c.seq limit @limit
        """;

    private const string Newest = "select coalesce(max(seq), 0) from change";

    private static readonly ProblemKind CursorExpired =
        new(StatusCodes.Status410Gone, "cursor_expired", "Changes are kept for seven days; load again and start without a cursor.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/changes", HandleAsync).RequirePermission(Permissions.ProjectRead)
            .MayRefuse(ProblemKinds.InvalidCursor, ProblemKinds.NotFound, CursorExpired).WithName(nameof(ListChanges)).WithSummary("What changed since a cursor; without one, the current cursor");

    private static async Task<Results<Answer<ChangesAnswer>, Problem>> HandleAsync(
        string? since, Guid? projectId, int? limit, Caller caller,
        NotificationsDbContext db, ProjectGuard<NotificationsDbContext> guard, CancellationToken ct)
    {
        if (PageLimit.Check(limit ?? PageLimit.Max, out var size) is { } wrong)
        {
            return wrong;
        }

        if (since is null)
        {
            return projectId is not { } only || await guard.FindAsync(only, caller.Id, ct) is not null
                ? Answers.Ok(new ChangesAnswer([], null, await CurrentAsync(db, ct)))
                : Problems.NotFound("project");
        }

        if (!ChangeCursor.TryParse(since, out var from))
        {
            return Cursor.Invalid;
        }

        if (from.IsExpired(db.Scope.Now))
        {
            return CursorExpired.Because();
        }

        var rows = await ReadAsync(db, from.Seq, projectId, size, caller.Id, ct);
        if (rows is null && await guard.LearnAsync(projectId!.Value, caller.Id, ct))
        {
            rows = await ReadAsync(db, from.Seq, projectId, size, caller.Id, ct);
        }

        return rows is null ? Problems.NotFound("project") : Answers.Ok(AnswerOf(rows, size, from.Seq, db.Scope.Now));
    }

    private static ChangesAnswer AnswerOf(List<(long Seq, ChangedMessage Change)> rows, int size, long since, DateTimeOffset now)
    {
        var isMore = rows.Count > size;
        if (isMore)
        {
            rows.RemoveRange(size, rows.Count - size);
        }

        var cursor = new ChangeCursor(rows.Count == 0 ? since : rows[^1].Seq, now).ToString();
        return new ChangesAnswer(rows.ConvertAll(r => r.Change), isMore ? cursor : null, cursor);
    }

    private static async Task<string> CurrentAsync(NotificationsDbContext db, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Newest, ct);
        return new ChangeCursor((long)(await command.ExecuteScalarAsync(ct))!, db.Scope.Now).ToString();
    }

    /// <summary>Null when the project is not the caller's to see; its row without a change when there is none.</summary>
    private static async Task<List<(long Seq, ChangedMessage Change)>?> ReadAsync(
        NotificationsDbContext db, long since, Guid? projectId, int limit, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(projectId is null ? OfAll : OfProject, ct);
        command.Parameters.Add(new NpgsqlParameter<long>("since", since));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit + 1));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        if (projectId is { } project)
        {
            command.Parameters.Add(new NpgsqlParameter("project", NpgsqlDbType.Uuid) { Value = project });
        }

        await using var row = await command.ExecuteReaderAsync(ct);
        var (rows, isVisible) = (new List<(long, ChangedMessage)>(), projectId is null);
        while (await row.ReadAsync(ct))
        {
            isVisible = true;
            if (!row.IsDBNull(0))
            {
                rows.Add(ChangeLog.Read(row));
            }
        }

        return isVisible ? rows : null;
    }
}
