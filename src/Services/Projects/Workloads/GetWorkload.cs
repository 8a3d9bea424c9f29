using Waymark.Projects.Access;
using Waymark.Projects.TimeEntries;
using Waymark.Projects.TimeSheets;

namespace Waymark.Projects.Workloads;

/// <summary>Which weeks of which members are asked for.</summary>
public sealed record WorkloadQuery
{
    /// <summary>A day of the first week; this week when left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>How many weeks, at most 26; 10 when left out.</summary>
    public int? Weeks { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }
}

/// <summary>The members of a project in the order of their ids, with what is planned for them in the whole workspace.</summary>
internal static class GetWorkload
{
    private const int UsualWeeks = 10;
    private const int MostWeeks = 26;
    private const string Order = "userId";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{id:guid}/workload", HandleAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(GetWorkload)).WithSummary("Weigh what is planned for the members of a project against their capacity and days off");

    private static async Task<Results<Answer<Page<WorkloadResponse>>, Problem>> HandleAsync(
        Guid id, [AsParameters] WorkloadQuery query, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct)
    {
        Cursor? behind = null;
        if ((PageLimit.Check(query.Limit, out var limit) ?? Check(query)) is { } wrong)
        {
            return wrong;
        }

        if (query.Cursor is not null && !Cursor.TryParse(query.Cursor, Order, out behind))
        {
            return Cursor.Invalid;
        }

        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("project");
        }

        var first = TimeSheet.WeekOf(query.From ?? LocalDay.Of(db.Scope.Now, open.Project.TimeZone));
        var weeks = query.Weeks ?? UsualWeeks;
        var members = open.Project.Members.Select(m => m.UserId).Where(u => behind is null || u.CompareTo(behind.Id) > 0).Order().Take(limit + 1).ToList();
        var page = Page<Guid>.Of(members, limit, last => new Cursor(Order, null, last).ToString());
        var rows = await WorkloadRows.ReadAsync(db, open.Project.WorkspaceId, caller.Id, [.. page.Items], first, first.AddDays((7 * weeks) - 1), ct);
        return Answers.Ok(new Page<WorkloadResponse>([.. page.Items.Select(u => WeekLoad.Of(u, rows[u], first, weeks))], page.NextCursor));
    }

    private static Problem? Check(WorkloadQuery query) =>
        query.Weeks is < 1 or > MostWeeks ? Problems.Invalid("weeks", $"A number between 1 and {MostWeeks} is expected.")
        : query.From is { } day ? TimeRules.CheckDate(day, "from")
        : null;
}
