using Waymark.Users.Access;

namespace Waymark.Users.Workspaces;

internal static class ListWorkspaces
{
    private const string Newest = "-createdAt";
    private const string Oldest = "createdAt";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/workspaces", HandleAsync).RequirePermission(Permissions.WorkspaceRead)
            .WithName(nameof(ListWorkspaces)).WithSummary("List the workspaces that the caller belongs to");

    private static async Task<Results<Answer<Page<WorkspaceResponse>>, Problem>> HandleAsync(
        [SortedBy("createdAt")] string? sort, int? limit, string? cursor, Caller caller, UsersDbContext db, Arrival arrival, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        var order = sort is null or "" ? Newest : sort;
        if (order is not (Newest or Oldest))
        {
            return Problems.Invalid("sort", $"One of {Oldest}, {Newest} is expected.");
        }

        (DateTimeOffset At, Guid Id)? from = null;
        if (cursor is not null)
        {
            if (!Cursor.TryParse(cursor, order, out var parsed) || !InstantConverter.TryParse(parsed.Value, out var at))
            {
                return Cursor.Invalid;
            }

            from = (at, parsed.Id);
        }

        var rows = await ReadAsync(db, caller.Id, order == Newest, size, from, ct);
        // Without any workspace the caller is new here: the personal one is made on the spot.
        if (rows.Count == 0 && cursor is null && await arrival.EnsureAsync(caller.Id, ct))
        {
            rows = await ReadAsync(db, caller.Id, order == Newest, size, from, ct);
        }

        return Answers.Ok(Page<WorkspaceResponse>.Of(rows, size, w => new Cursor(order, InstantConverter.Format(w.CreatedAt), w.Id).ToString()));
    }

    private static async Task<List<WorkspaceResponse>> ReadAsync(
        UsersDbContext db, Guid callerId, bool isDescending, int size, (DateTimeOffset At, Guid Id)? from, CancellationToken ct)
    {
        var own = db.Workspaces.AsNoTracking().Where(w => w.DeletedAt == null && w.Members.Any(m => m.UserId == callerId));
        if (from is var (at, id))
        {
            own = isDescending
                ? own.Where(w => w.CreatedAt < at || (w.CreatedAt == at && w.Id < id))
                : own.Where(w => w.CreatedAt > at || (w.CreatedAt == at && w.Id > id));
        }

        var ordered = isDescending ? own.OrderByDescending(w => w.CreatedAt).ThenByDescending(w => w.Id) : own.OrderBy(w => w.CreatedAt).ThenBy(w => w.Id);
        var rows = await ordered.Take(size + 1)
            .Select(w => new { Workspace = w, Rank = w.Members.First(m => m.UserId == callerId).Rank, Count = w.Members.Count })
            .ToListAsync(ct);
        return rows.ConvertAll(r => WorkspaceResponse.Of(r.Workspace, r.Rank, r.Count));
    }
}
