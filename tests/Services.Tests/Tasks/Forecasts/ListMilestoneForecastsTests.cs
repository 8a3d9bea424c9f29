using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Forecasts;

/// <summary>The projects are in the time zone UTC, and their days are counted from today.</summary>
public sealed class ListMilestoneForecastsTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Milestones_are_reached_in_the_order_in_which_they_are_due()
    {
        var project = await ProjectWithPastAsync(weeks: 6, aWeek: 2);
        var (last, second, first) = (await MilestoneAsync(project, null), await MilestoneAsync(project, 40), await MilestoneAsync(project, 20));
        await AddAsync(project, first, 3);
        await AddAsync(project, second, 1, estimateMinutes: 90);
        await AddAsync(project, last, 2);

        var forecasts = await ForecastsAsync(project, f => f.Sum(m => m.Number("openTasks")) == 6 && f.Count == 3);

        Assert.Equal([first, second, last], forecasts.Select(f => f.Id("milestoneId")));
        Assert.Equal(
            ["milestoneId", "outcome", "likelyOn", "safeOn", "plannedOn", "openTasks", "openEstimateMinutes", "tasksAhead", "pastWeeks", "finishedTasks"], forecasts[0].Names());
        // Two a week, always: three tasks take a week and a half, four two weeks, six three.
        AssertForecast(forecasts[0], days: 11, open: 3, ahead: 0);
        AssertForecast(forecasts[1], days: 14, open: 1, ahead: 3);
        AssertForecast(forecasts[2], days: 21, open: 2, ahead: 4);
        Assert.Equal((6, 12, 90), (forecasts[1].Number("pastWeeks"), forecasts[1].Number("finishedTasks"), forecasts[1].Number("openEstimateMinutes")));
    }

    [Fact]
    public async Task What_is_closed_cancelled_or_in_the_trash_is_not_left_and_a_reached_milestone_has_no_forecast()
    {
        var project = await ProjectWithPastAsync(weeks: 5, aWeek: 1);
        var (done, empty, reached, open) = (await MilestoneAsync(project, 1), await MilestoneAsync(project, 2), await MilestoneAsync(project, 3), await MilestoneAsync(project, 4));
        await AddAsync(project, done, 1, status: "done");
        await AddAsync(project, done, 1, status: "cancelled");
        await AddAsync(project, reached, 5);
        await AddAsync(project, open, 1);
        var gone = Assert.Single(await AddAsync(project, open, 1));
        await team.Contributor.DeleteAsync($"/api/tasks/{gone}").JsonAsync(HttpStatusCode.NoContent);
        await team.Manager.PatchAsync($"/api/projects/{project}/milestones/{reached}", new { state = "completed" }).JsonAsync();

        var forecasts = await ForecastsAsync(project, f => f.Count == 3);

        Assert.Equal([(done, "done"), (empty, "empty"), (open, "forecast")], forecasts.Select(f => (f.Id("milestoneId"), f.Text("outcome"))));
        Assert.True(forecasts[0].IsNull("likelyOn") && forecasts[1].IsNull("safeOn"));
        AssertForecast(forecasts[2], days: 7, open: 1, ahead: 0);
    }

    [Fact]
    public async Task A_young_project_and_one_that_finished_nothing_have_no_forecast_and_say_why()
    {
        var young = await ProjectWithPastAsync(weeks: 4, aWeek: 3);
        await AddAsync(young, await MilestoneAsync(young, 10), 1);
        var forecast = Assert.Single(await ForecastsAsync(young, f => f is [var only] && only.Number("openTasks") == 1));
        Assert.Equal(("too_little_history", 4, 12), (forecast.Text("outcome"), forecast.Number("pastWeeks"), forecast.Number("finishedTasks")));
        Assert.True(forecast.IsNull("likelyOn") && forecast.IsNull("safeOn"));

        var idle = await ProjectWithPastAsync(weeks: 30, aWeek: 0);
        await AddAsync(idle, await MilestoneAsync(idle, 10), 1);
        forecast = Assert.Single(await ForecastsAsync(idle, f => f is [var only] && only.Number("openTasks") == 1));
        Assert.Equal(("nothing_finished", 12, 0), (forecast.Text("outcome"), forecast.Number("pastWeeks"), forecast.Number("finishedTasks")));
    }

    [Fact]
    public async Task What_would_take_years_is_too_far_away_for_a_day()
    {
        var project = await ProjectWithPastAsync(weeks: 12, aWeek: 1);
        await AddAsync(project, await MilestoneAsync(project, 10), 1);
        var (far, task) = (await MilestoneAsync(project, 20), (await AddAsync(project, null, 1))[0]);
        await CopyAsync(task, 105, $"milestone_id = '{far}'");
        var forecasts = await ForecastsAsync(project, f => f.Sum(m => m.Number("openTasks")) == 106);
        Assert.Equal(["forecast", "too_far"], forecasts.Select(f => f.Text("outcome")));
    }

    [Fact]
    public async Task The_plan_is_the_last_due_day_of_the_open_tasks_where_all_of_them_have_one()
    {
        var (project, _) = await team.NewProjectAsync();
        var (planned, partly) = (await MilestoneAsync(project, 10), await MilestoneAsync(project, 20));
        await team.TaskAsync(new { milestoneId = planned, dueAt = "2026-03-05" }, project);
        await team.TaskAsync(new { milestoneId = planned, dueAt = "2026-03-06T23:00:00Z" }, project);
        await team.TaskAsync(new { milestoneId = partly, dueAt = "2026-03-05" }, project);
        await team.TaskAsync(new { milestoneId = partly }, project);
        var forecasts = await ForecastsAsync(project, f => f.Sum(m => m.Number("openTasks")) == 4);
        Assert.Equal("2026-03-06", forecasts[0].Text("plannedOn"));
        Assert.True(forecasts[1].IsNull("plannedOn"));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        var (project, _) = await team.NewProjectAsync();
        Guid[] made = [await MilestoneAsync(project, 1), await MilestoneAsync(project, 1), await MilestoneAsync(project, null), await MilestoneAsync(project, null)];
        await ForecastsAsync(project, f => f.Count == 4);
        var path = $"/api/projects/{project}/milestones/forecasts?limit=1";
        var (seen, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await team.Viewer.ReadAsync(path + cursor);
            seen.AddRange(page.Items().Select(f => f.Id("milestoneId")));
            cursor = page.IsNull("nextCursor") ? "" : $"&cursor={page.Text("nextCursor")}";
        }
        while (cursor.Length > 0);

        Assert.Equal(made, seen);
        await team.Viewer.GetAsync(path + "&cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await team.Viewer.GetAsync($"/api/projects/{project}/milestones/forecasts?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    private void AssertForecast(JsonElement forecast, int days, int open, int ahead)
    {
        var day = _today.AddDays(days).ToString("yyyy-MM-dd");
        Assert.Equal(("forecast", open, ahead), (forecast.Text("outcome"), forecast.Number("openTasks"), forecast.Number("tasksAhead")));
        // A test that begins before midnight may be answered behind it.
        Assert.Contains(forecast.Text("likelyOn"), new[] { day, _today.AddDays(days + 1).ToString("yyyy-MM-dd") });
        Assert.Equal(forecast.Text("likelyOn"), forecast.Text("safeOn"));
    }

    /// <summary>A project that is so many weeks old and has finished the same number of tasks in each; their times are past, so no request can make them.</summary>
    private async Task<Guid> ProjectWithPastAsync(int weeks, int aWeek)
    {
        var (project, _) = await team.NewProjectAsync();
        var first = (await team.TaskAsync(new { status = aWeek > 0 ? "done" : "todo" }, project)).Id();
        await api.QueryAsync<Guid>("tasks", $"update task set created_at = now() - interval '{(weeks * 7) + 1} days', completed_at = case when {aWeek} > 0 then now() - interval '4 days' end where id = '{first}' returning id");
        if ((weeks * aWeek) - 1 is > 0 and var others)
        {
            await CopyAsync(first, others, $"completed_at = now() - interval '4 days' - (n / {aWeek}) * interval '7 days'");
        }

        return project;
    }

    /// <summary>Copies a row, numbered from 1, with one member of its own.</summary>
    private Task CopyAsync(Guid task, int count, string member) => api.QueryAsync<long>(
        "tasks",
        $"""
        with copies as (
            insert into task select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', (t.number * 10000) + n, 'rank', t.rank || 'c' || lpad(n::text, 6, '0'),
                '{member.Split(" = ", 2)[0]}', {member.Split(" = ", 2)[1]}))).* from task t, generate_series(1, {count}) n where t.id = '{task}' returning 1)
        select count(*) from copies
        """);

    private async Task<Guid> MilestoneAsync(Guid project, int? days)
    {
        var dueDate = days is { } count ? _today.AddDays(count).ToString("yyyy-MM-dd") : null;
        return (await team.Manager.PostAsync($"/api/projects/{project}/milestones", new { name = $"Due in {days}", dueDate }).JsonAsync(HttpStatusCode.Created)).Id();
    }

    private async Task<List<Guid>> AddAsync(Guid project, Guid? milestoneId, int count, string status = "todo", int? estimateMinutes = null)
    {
        var made = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            made.Add((await team.TaskAsync(new { milestoneId, status, estimateMinutes }, project)).Id());
        }

        return made;
    }

    /// <summary>Milestones reach the service of tasks by events.</summary>
    private Task<List<JsonElement>> ForecastsAsync(Guid project, Func<List<JsonElement>, bool> areThere) =>
        Eventually.GetAsync(async () => (await team.Viewer.ReadAsync($"/api/projects/{project}/milestones/forecasts")).Items().ToList(), areThere);
}
