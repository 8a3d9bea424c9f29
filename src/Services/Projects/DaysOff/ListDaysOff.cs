namespace Waymark.Projects.DaysOff;

/// <summary>The caller's own days off, the latest entry first.</summary>
internal static class ListDaysOff
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/time-off", ListAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(ListDaysOff)).WithSummary("List one's own days off");
        routes.MapGet("/api/time-off/{dayOffId:guid}", GetAsync).RequirePermission(Permissions.SignedIn)
            .WithName("GetDayOff").WithSummary("Read an entry of one's own days off");
    }

    private static async Task<Results<Answer<Page<DayOffResponse>>, Problem>> ListAsync(
        [AsParameters] DayOffListQuery query, Caller caller, ProjectsDbContext db, CancellationToken ct)
    {
        const string order = "-createdAt";
        if (PageLimit.Check(query.Limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? behind = null;
        if (query.Cursor is not null && !Cursor.TryParse(query.Cursor, order, out behind))
        {
            return Cursor.Invalid;
        }

        var last = behind?.Id;
        var rows = await db.Set<DayOff>().AsNoTracking()
            .Where(d => d.UserId == caller.Id && (query.From == null || d.To >= query.From) && (query.To == null || d.From <= query.To)
                && (last == null || d.Id.CompareTo(last.Value) < 0))
            .OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(ct);
        var page = Page<DayOff>.Of(rows, size, d => new Cursor(order, null, d.Id).ToString());
        return Answers.Ok(new Page<DayOffResponse>([.. page.Items.Select(DayOffResponse.Of)], page.NextCursor));
    }

    private static async Task<Results<Answer<DayOffResponse>, Problem>> GetAsync(Guid dayOffId, Caller caller, ProjectsDbContext db, CancellationToken ct) =>
        await db.Set<DayOff>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == dayOffId && d.UserId == caller.Id, ct) is { } days
            ? Answers.Ok(DayOffResponse.Of(days))
            : Problems.NotFound("day off");
}

/// <summary>Which days off are asked for.</summary>
public sealed record DayOffListQuery
{
    /// <summary>Only those that last until this day or longer.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only those that begin by this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }
}
