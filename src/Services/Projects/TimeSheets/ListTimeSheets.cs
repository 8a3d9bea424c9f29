using Waymark.Projects.Parts;

namespace Waymark.Projects.TimeSheets;

/// <summary>Narrows the list of time sheets.</summary>
public sealed record TimeSheetFilter
{
    /// <summary>Only those of the week in which this day lies.</summary>
    public DateOnly? Week { get; init; }

    /// <summary>Only those of this person; <c>me</c> is the caller.</summary>
    public string? UserId { get; init; }

    /// <summary>Only those in this state: <c>open</c>, <c>submitted</c>, <c>approved</c> or <c>rejected</c>.</summary>
    [OneOf(typeof(TimeSheetStates))]
    public string? State { get; init; }
}

internal static class ListTimeSheets
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/time-sheets", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListTimeSheets)).WithSummary("List the weeks of a project in which somebody has written down time, with their minutes");
        routes.MapGet("/api/projects/{id:guid}/time-sheets/{sheetId:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetTimeSheet").WithSummary("Read a time sheet");
    }

    private static async Task<Results<Answer<Page<TimeSheetResponse>>, Problem>> ListAsync(
        Guid id, [AsParameters] PartListQuery query, [AsParameters] TimeSheetFilter filter, Caller caller, ProjectParts parts, CancellationToken ct)
    {
        var (userId, wrong) = PersonFilter.Read(filter.UserId, caller.Id);
        if ((wrong ?? (Shape.Check(filter) is { } errors ? Problems.Invalid(errors) : null)) is { } problem)
        {
            return problem;
        }

        DateOnly? week = filter.Week is { } day ? TimeSheet.WeekOf(day) : null;
        return await parts.ListAsync(
            TimeSheetResponse.Kind, id, query, caller.Id,
            all => all.Where(s => (week == null || s.Week == week) && (userId == null || s.UserId == userId) && (filter.State == null || s.State == filter.State)),
            ct);
    }

    private static Task<Results<Answer<TimeSheetResponse>, Problem>> GetAsync(
        Guid id, Guid sheetId, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.GetAsync(TimeSheetResponse.Kind, id, sheetId, caller.Id, ct);
}
