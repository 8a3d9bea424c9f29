using System.Globalization;
using Waymark.Tasks.Model.Forecasting;

namespace Waymark.Tasks.Forecasts;

/// <summary>
/// When the open milestones of a project will probably be reached. A project finishes each task once, so the milestones are taken to be
/// reached in the order in which they are due, those without a due date last.
/// </summary>
internal static class ListMilestoneForecasts
{
    private const string Sort = "dueDate";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{projectId:guid}/milestones/forecasts", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListMilestoneForecasts)).WithSummary("Forecast when the open milestones of a project will be reached, in the order in which they are due");

    private static async Task<Results<Answer<Page<MilestoneForecast>>, Problem>> HandleAsync(
        Guid projectId, int? limit, string? cursor, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? behind = null;
        DateOnly? behindDay = null;
        if (cursor is not null && !(Cursor.TryParse(cursor, Sort, out behind) && TryReadDay(behind.Value, out behindDay)))
        {
            return Cursor.Invalid;
        }

        if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
        {
            return Problems.NotFound("project");
        }

        var today = DateOnly.FromDateTime(new WallClock(TimeZones.Find(access.Project.TimeZone)).Read(db.Scope.Now));
        var open = await OpenMilestones.ReadAsync(db, access.Project, today, ct);
        var rest = Forecast(open, today).Where(f => behind is null || PlaceOf(f.DueOn, f.Forecast.MilestoneId).CompareTo(PlaceOf(behindDay, behind.Id)) > 0).Take(size + 1).ToList();
        var page = Page<(DateOnly? DueOn, MilestoneForecast Forecast)>.Of(
            rest, size, last => new Cursor(Sort, last.DueOn?.ToString("O", CultureInfo.InvariantCulture), last.Forecast.MilestoneId).ToString());
        return Answers.Ok(new Page<MilestoneForecast>([.. page.Items.Select(f => f.Forecast)], page.NextCursor));
    }

    private static IEnumerable<(DateOnly? DueOn, MilestoneForecast Forecast)> Forecast(OpenMilestones open, DateOnly today)
    {
        var (milestones, ahead) = (open.Milestones, new int[open.Milestones.Count]);
        for (var i = 1; i < ahead.Length; i++)
        {
            ahead[i] = ahead[i - 1] + milestones[i - 1].OpenTasks;
        }

        var days = ThroughputForecast.Of(open.Weeks, [.. milestones.Select((m, i) => ahead[i] + m.OpenTasks)]);
        return milestones.Select((m, i) => (m.DueOn, MilestoneForecast.Of(m, ahead[i], open.Weeks, days[i], today)));
    }

    private static (DateOnly Day, Guid Id) PlaceOf(DateOnly? dueOn, Guid id) => (dueOn ?? DateOnly.MaxValue, id);

    private static bool TryReadDay(string? text, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = isDay ? read : null;
        return isDay || text is null;
    }
}
