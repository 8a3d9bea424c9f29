using System.Globalization;
using System.Runtime.CompilerServices;
using Waymark.Contracts.Users;
using Waymark.Projects.Access;
using Waymark.Projects.Parts;
using Waymark.Projects.Rates;

namespace Waymark.Projects.TimeEntries;

/// <summary>The time of a project as a table for a spreadsheet or an invoice, day by day.</summary>
internal static class ExportTimeEntries
{
    private static readonly string[] Head = ["date", "person", "userId", "taskId", "minutes", "note", "billable", "amount", "currency", "id"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{id:guid}/time-entries/export", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName(nameof(ExportTimeEntries)).WithSummary("Export the time spent in a project with what it costs, as CSV");

    private static async Task<Results<CsvAnswer, Problem>> HandleAsync(
        Guid id, [AsParameters] TimeEntryFilter filter, Caller caller, ProjectDoor door, ProjectsDbContext db, IUserDirectory directory, CancellationToken ct)
    {
        var (userId, wrong) = PersonFilter.Read(filter.UserId, caller.Id);
        if (wrong is not null)
        {
            return wrong;
        }

        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("project");
        }

        if (open.Demand(Permissions.ProjectEdit) is { } refused)
        {
            return refused;
        }

        var entries = filter.Narrow(db.Set<TimeEntry>().AsNoTracking().Where(e => e.ProjectId == id), userId);
        var people = await directory.FindAsync(await entries.Select(e => e.UserId).Distinct().ToListAsync(ct), ct);
        var names = people.ToDictionary(p => p.Id, p => p.DisplayName);
        return Answers.Csv($"{open.Project.Key}-time.csv", Head, RowsAsync(entries.OrderBy(e => e.Date).ThenBy(e => e.Id).WithRates(db), names, ct));
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> RowsAsync(
        IQueryable<PricedEntry> entries, Dictionary<Guid, string> names, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var priced in entries.AsAsyncEnumerable().WithCancellation(ct))
        {
            var e = priced.Entry;
            yield return
            [
                e.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), names.GetValueOrDefault(e.UserId), e.UserId.ToString(), e.TaskId?.ToString(),
                e.Minutes.ToString(CultureInfo.InvariantCulture), e.Note, e.IsBillable ? "true" : "false",
                priced.Amount?.ToString(CultureInfo.InvariantCulture), priced.Currency, e.Id.ToString(),
            ];
        }
    }
}
