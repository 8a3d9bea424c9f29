using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Planning;

/// <summary>Everything lies in the week from Monday, 3 March 2031, far behind the day on which the tests run.</summary>
public sealed class RescheduleTaskTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_move_is_offered_with_what_it_does_to_those_behind_and_changes_nothing()
    {
        var (first, second, third, _) = await ChainAsync();

        var offer = await team.Viewer.ReadAsync($"/api/tasks/{first.Id()}/reschedule?startAt=2031-03-05");

        Assert.Equal(("2031-03-05", "2031-03-05"), (offer.Text("startAt"), offer.Text("dueAt")));
        var shifts = offer.GetProperty("shifts").EnumerateArray().ToList();
        Assert.Equal([second.Id(), third.Id()], shifts.Select(s => s.Id("taskId")));
        Assert.Equal(("2031-03-06", "2031-03-07", 960), (shifts[0].Text("startAt"), shifts[0].Text("dueAt"), shifts[0].Number("minutes")));
        Assert.Equal(("2031-03-06T09:00:00Z", "2031-03-06T17:00:00Z"), (shifts[0].Text("earliestStart"), shifts[0].Text("earliestFinish")));
        Assert.True(shifts[1].IsNull("startAt"));
        Assert.Empty(offer.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(second.Text("startAt"), (await team.Viewer.ReadAsync($"/api/tasks/{second.Id()}")).Text("startAt"));
    }

    [Fact]
    public async Task A_task_is_moved_with_those_behind_it_in_one_change()
    {
        var (first, second, third, _) = await ChainAsync();
        using var answer = await team.Contributor.PostAsync($"/api/tasks/{first.Id()}/reschedule", new { startAt = "2031-03-05", moveSuccessors = true });
        var moved = (await answer.JsonAsync(HttpStatusCode.OK)).GetProperty("tasks").EnumerateArray().ToList();

        Assert.Equal([(first.Id(), "2031-03-05", "2031-03-05"), (second.Id(), "2031-03-06", "2031-03-07")], moved.Select(t => (t.Id(), t.Text("startAt"), t.Text("dueAt"))));
        Assert.Equal(third.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{third.Id()}")).GetRawText());

        await team.Contributor.PostAsync($"/api/changes/{answer.Headers.GetValues("X-Change-Id").Single()}/undo").JsonAsync();
        Assert.Equal("2031-03-03", (await team.Viewer.ReadAsync($"/api/tasks/{first.Id()}")).Text("startAt"));
        Assert.Equal("2031-03-05", (await team.Viewer.ReadAsync($"/api/tasks/{second.Id()}")).Text("dueAt"));
    }

    [Fact]
    public async Task Those_behind_stay_unless_wished_and_a_broken_dependency_is_named()
    {
        var (first, second, _, dependency) = await ChainAsync();
        var moved = await team.Contributor.PostAsync($"/api/tasks/{first.Id()}/reschedule", new { startAt = "2031-03-05T09:00:00Z" }).JsonAsync();
        Assert.Equal("2031-03-05T09:00:00Z", Assert.Single(moved.GetProperty("tasks").EnumerateArray()).Text("startAt"));
        Assert.Equal(second.Text("startAt"), (await team.Viewer.ReadAsync($"/api/tasks/{second.Id()}")).Text("startAt"));

        var offer = await team.Viewer.ReadAsync($"/api/tasks/{second.Id()}/reschedule?startAt=2031-03-05T13:00:00Z");
        var conflict = Assert.Single(offer.GetProperty("conflicts").EnumerateArray());
        Assert.Equal((dependency, second.Id(), 240), (conflict.Id("dependencyId"), conflict.Id("taskId"), conflict.Number("missingMinutes")));
    }

    [Fact]
    public async Task Deadlines_stay_where_they_are_and_are_named_when_they_are_passed()
    {
        var (first, second, third, _) = await ChainAsync();
        await SetDeadlineAsync(first, "2031-03-05");
        await SetDeadlineAsync(second, "2031-03-06T13:00:00Z");
        await SetDeadlineAsync(third, "2031-03-07");
        var path = $"/api/tasks/{first.Id()}/reschedule";

        Assert.Equal([(second.Id(), "2031-03-06T13:00:00Z", 720)], Passed(await team.Viewer.ReadAsync($"{path}?startAt=2031-03-05")));
        var moved = await team.Contributor.PostAsync(path, new { startAt = "2031-03-06", moveSuccessors = true }).JsonAsync();
        Assert.Equal([(first.Id(), "2031-03-05", 480), (second.Id(), "2031-03-06T13:00:00Z", 1_200), (third.Id(), "2031-03-07", 60)], Passed(moved));
        Assert.Equal("2031-03-06T13:00:00Z", (await team.Viewer.ReadAsync($"/api/tasks/{second.Id()}")).Text("deadlineAt"));
        Assert.Equal([(first.Id(), "2031-03-05", 960)], Passed(await team.Contributor.PostAsync(path, new { startAt = "2031-03-07" }).JsonAsync()));

        Task<JsonElement> SetDeadlineAsync(JsonElement task, string deadlineAt) => team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { deadlineAt }).JsonAsync();

        static IEnumerable<(Guid, string, int)> Passed(JsonElement answer) => answer.GetProperty("passedDeadlines").EnumerateArray().Select(p => (p.Id("taskId"), p.Text("deadlineAt"), p.Number("minutes")));
    }

    [Fact]
    public async Task A_closed_task_moves_alone()
    {
        var (first, _, _, _) = await ChainAsync();
        await team.Contributor.PatchAsync($"/api/tasks/{first.Id()}/status", new { status = "done" }).JsonAsync();
        var offer = await team.Viewer.ReadAsync($"/api/tasks/{first.Id()}/reschedule?startAt=2031-03-05");
        Assert.Empty(offer.GetProperty("shifts").EnumerateArray());
    }

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        var path = $"/api/tasks/{(await team.TaskAsync()).Id()}/reschedule";
        await team.Viewer.GetAsync(path).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Viewer.GetAsync(path + "?startAt=1900-01-01").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(path).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Viewer.PostAsync(path, new { startAt = "2031-03-05" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.GetAsync(path + "?startAt=2031-03-05").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.SendAsync(HttpMethod.Post, path, new { startAt = "2031-03-05" }, ("If-Match", "\"9\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
    }

    /// <summary>Monday, Tuesday to Wednesday, and one without dates behind them.</summary>
    private async Task<(JsonElement First, JsonElement Second, JsonElement Third, Guid Dependency)> ChainAsync()
    {
        var (project, _) = await team.NewProjectAsync();
        var first = await team.TaskAsync(new { estimateMinutes = 480, startAt = "2031-03-03", dueAt = "2031-03-03" }, project);
        var second = await team.TaskAsync(new { estimateMinutes = 480, startAt = "2031-03-04", dueAt = "2031-03-05" }, project);
        var third = await team.TaskAsync(new { estimateMinutes = 60 }, project);
        var dependency = await BlockAsync(first, second);
        await BlockAsync(second, third);
        return (first, second, await team.Viewer.ReadAsync($"/api/tasks/{third.Id()}"), dependency);
    }

    private async Task<Guid> BlockAsync(JsonElement first, JsonElement second) =>
        (await team.Contributor.PostAsync($"/api/tasks/{first.Id()}/dependencies", new { taskId = second.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created)).Id();
}
