using Waymark.Projects.Access;
using Waymark.Projects.Parts;
using Waymark.Projects.Rates;

namespace Waymark.Projects.TimeEntries;

/// <summary>Narrows the list of time entries; <c>userId=me</c> means the caller, both days are included.</summary>
public sealed record TimeEntryFilter
{
    /// <summary>Only time spent on this task.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>Only time of this person; <c>me</c> is the caller.</summary>
    public string? UserId { get; init; }

    /// <summary>Only from this day on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only up to this day.</summary>
    public DateOnly? To { get; init; }

    internal IQueryable<TimeEntry> Narrow(IQueryable<TimeEntry> entries, Guid? userId) => entries.Where(e =>
        (TaskId == null || e.TaskId == TaskId) && (userId == null || e.UserId == userId) && (From == null || e.Date >= From) && (To == null || e.Date <= To));
}

internal static class ListTimeEntries
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/time-entries", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListTimeEntries)).WithSummary("List the time spent in a project; managers see what it costs");
        routes.MapGet("/api/projects/{id:guid}/time-entries/{entryId:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetTimeEntry").WithSummary("Read a time entry");
    }

    private static async Task<Results<Answer<Page<PricedTimeEntryResponse>>, Problem>> ListAsync(
        Guid id, [AsParameters] PartListQuery query, [AsParameters] TimeEntryFilter filter, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct)
    {
        var (place, problem) = query.Read();
        var (userId, wrong) = PersonFilter.Read(filter.UserId, caller.Id);
        if (place is null || wrong is not null)
        {
            return problem ?? wrong!;
        }

        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("project");
        }

        var entries = place.Take(filter.Narrow(db.Set<TimeEntry>().AsNoTracking().Where(e => e.ProjectId == id), userId));
        var rows = await (open.Demand(Permissions.ProjectEdit) is null ? entries.WithRates(db) : entries.WithoutRates()).ToListAsync(ct);
        var page = Page<PricedEntry>.Of(rows, place.Limit, last => place.CursorOf(last.Entry));
        return Answers.Ok(new Page<PricedTimeEntryResponse>([.. page.Items.Select(PricedTimeEntryResponse.Of)], page.NextCursor));
    }

    private static Task<Results<Answer<TimeEntryResponse>, Problem>> GetAsync(
        Guid id, Guid entryId, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.GetAsync(TimeEntryResponse.Kind, id, entryId, caller.Id, ct);
}
