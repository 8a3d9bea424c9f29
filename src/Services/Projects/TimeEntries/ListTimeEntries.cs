using Waymark.Projects.Parts;

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
}

internal static class ListTimeEntries
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/time-entries", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListTimeEntries)).WithSummary("List the time spent in a project");
        routes.MapGet("/api/projects/{id:guid}/time-entries/{entryId:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetTimeEntry").WithSummary("Read a time entry");
    }

    private static async Task<Results<Answer<Page<TimeEntryResponse>>, Problem>> ListAsync(
        Guid id, [AsParameters] PartListQuery query, [AsParameters] TimeEntryFilter filter, Caller caller, ProjectParts parts, CancellationToken ct)
    {
        Guid? userId = null;
        if (filter.UserId is not null)
        {
            if (filter.UserId != "me" && !Guid.TryParse(filter.UserId, out _))
            {
                return Problems.Invalid("userId", "An id or me is expected.");
            }

            userId = filter.UserId == "me" ? caller.Id : Guid.Parse(filter.UserId);
        }

        return await parts.ListAsync(
            TimeEntryResponse.Kind, id, query, caller.Id,
            all => all.Where(e =>
                (filter.TaskId == null || e.TaskId == filter.TaskId) && (userId == null || e.UserId == userId)
                && (filter.From == null || e.Date >= filter.From) && (filter.To == null || e.Date <= filter.To)),
            ct);
    }

    private static Task<Results<Answer<TimeEntryResponse>, Problem>> GetAsync(
        Guid id, Guid entryId, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.GetAsync(TimeEntryResponse.Kind, id, entryId, caller.Id, ct);
}
