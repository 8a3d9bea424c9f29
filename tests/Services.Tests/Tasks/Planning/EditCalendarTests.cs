using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Planning;

public sealed class EditCalendarTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_calendar_that_nobody_has_set_is_office_hours_and_a_set_one_moves_the_schedule()
    {
        var (project, _) = await team.NewProjectAsync();
        var path = $"/api/projects/{project}/calendar";
        var before = await team.Viewer.ReadAsync(path);
        Assert.Equal(["projectId", "timeZone", "week", "holidays", "version"], before.Names());
        Assert.Equal(["monday", "tuesday", "wednesday", "thursday", "friday"], before.GetProperty("week").EnumerateArray().Select(d => d.Text("day")));
        Assert.Equal(0, before.Version());
        await team.TaskAsync(new { estimateMinutes = 480 }, project);

        var calendar = new
        {
            week = new[] { new { day = "monday", hours = new[] { new { from = "08:00", to = "12:00" } } }, new { day = "saturday", hours = new[] { new { from = "20:00", to = "24:00" } } } },
            holidays = new[] { "2026-03-07", "2026-03-07" },
        };
        var after = await team.Manager.PutAsync(path, calendar).JsonAsync();

        Assert.Equal(1, after.Version());
        Assert.Equal("2026-03-07", Assert.Single(after.GetProperty("holidays").EnumerateArray()).GetString());
        Assert.Equal(after.GetRawText(), (await team.Viewer.ReadAsync(path)).GetRawText());
        var task = (await team.Viewer.ReadAsync($"/api/projects/{project}/schedule?from=2026-03-02")).GetProperty("tasks")[0];
        Assert.Equal(("2026-03-02T08:00:00Z", "2026-03-09T12:00:00Z"), (task.Text("earliestStart"), task.Text("earliestFinish")));

        // The same again changes nothing; what is left out takes its default.
        Assert.Equal(1, (await team.Manager.PutAsync(path, calendar).JsonAsync()).Version());
        var reset = await team.Manager.PutAsync(path, new { }).JsonAsync();
        Assert.Equal((2, 5, 0), (reset.Version(), reset.GetProperty("week").GetArrayLength(), reset.GetProperty("holidays").GetArrayLength()));
        await team.Manager.SendAsync(HttpMethod.Put, path, new { }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
    }

    [Theory]
    [InlineData("""{"week": []}""")]
    [InlineData("""{"week": [{"day": "monday", "hours": []}]}""")]
    [InlineData("""{"week": [{"day": "moonday", "hours": [{"from": "09:00", "to": "17:00"}]}]}""")]
    [InlineData("""{"week": [{"day": "monday", "hours": [{"from": "9", "to": "17:00"}]}]}""")]
    [InlineData("""{"week": [{"day": "monday", "hours": [{"from": "17:00", "to": "09:00"}]}]}""")]
    [InlineData("""{"week": [{"day": "monday", "hours": [{"from": "09:00", "to": "13:00"}, {"from": "12:00", "to": "17:00"}]}]}""")]
    [InlineData("""{"week": [{"day": "monday", "hours": [{"from": "09:00", "to": "13:00"}]}, {"day": "monday", "hours": []}]}""")]
    public async Task A_week_that_is_none_is_refused(string body)
    {
        var problem = await team.Manager.PutAsync($"/api/projects/{team.ProjectId}/calendar", System.Text.Json.Nodes.JsonNode.Parse(body)!).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.StartsWith("week", Assert.Single(problem.GetProperty("errors").Names()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_managers_set_it()
    {
        var path = $"/api/projects/{team.ProjectId}/calendar";
        await team.Contributor.PutAsync(path, new { }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PutAsync(path, new { }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
