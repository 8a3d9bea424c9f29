using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Planning;

/// <summary>Schedules begin on Monday, 2 March 2026; the project's zone is UTC and its calendar nine to five.</summary>
public sealed class GetScheduleTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Tasks_stand_as_early_and_as_late_as_their_dependencies_allow()
    {
        var (project, key) = await team.NewProjectAsync();
        var (first, second, alone) = (await TaskAsync(project, 480), await TaskAsync(project, 240), await TaskAsync(project, 60));
        await BlockAsync(first, second);

        var schedule = await ReadAsync(project);

        Assert.Equal(["projectId", "start", "finish", "levelledFinish", "tasks", "criticalPath", "missedDeadlines"], schedule.Names());
        Assert.Equal(("2026-03-02T00:00:00Z", "2026-03-03T13:00:00Z"), (schedule.Text("start"), schedule.Text("finish")));
        Assert.Equal([first, second], schedule.GetProperty("criticalPath").EnumerateArray().Select(id => id.GetGuid()));
        Assert.Equal(
            ["id", "key", "earliestStart", "earliestFinish", "latestStart", "latestFinish", "slackMinutes", "critical", "lateMinutes", "levelledStart", "levelledFinish", "deadlineAt", "missedMinutes", "levelledMissedMinutes"],
            TaskIn(schedule, first).Names());
        AssertTimes(TaskIn(schedule, first), "2026-03-02T09:00:00Z", "2026-03-02T17:00:00Z", 0);
        AssertTimes(TaskIn(schedule, second), "2026-03-03T09:00:00Z", "2026-03-03T13:00:00Z", 0);
        AssertTimes(TaskIn(schedule, alone), "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", 660);
        Assert.Equal(("2026-03-03T12:00:00Z", "2026-03-03T13:00:00Z"), (TaskIn(schedule, alone).Text("latestStart"), TaskIn(schedule, alone).Text("latestFinish")));
        Assert.Equal($"{key}-3", TaskIn(schedule, alone).Text("key"));
        Assert.True(TaskIn(schedule, alone).IsNull("levelledStart"));
    }

    [Theory]
    [InlineData("finish_to_start", 60, "2026-03-03T10:00:00Z")]
    [InlineData("start_to_start", 30, "2026-03-02T09:30:00Z")]
    [InlineData("finish_to_finish", 0, "2026-03-02T13:00:00Z")]
    [InlineData("start_to_finish", 300, "2026-03-02T10:00:00Z")]
    public async Task Every_kind_of_link_and_its_lag_count(string link, int lagMinutes, string start)
    {
        var (project, _) = await team.NewProjectAsync();
        var (first, second) = (await TaskAsync(project, 480), await TaskAsync(project, 240));
        await team.Contributor.PostAsync($"/api/tasks/{second}/dependencies", new { taskId = first, type = "blocked_by", link, lagMinutes }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(start, TaskIn(await ReadAsync(project), second).Text("earliestStart"));
    }

    [Fact]
    public async Task Own_dates_count_and_what_is_closed_or_in_the_trash_does_not()
    {
        var (project, _) = await team.NewProjectAsync();
        var (done, gone, open) = (await TaskAsync(project, 480), await TaskAsync(project, 480), await TaskAsync(project, 480, new { startAt = "2026-03-04", dueAt = "2026-03-04T13:00:00Z" }));
        await BlockAsync(done, open);
        await BlockAsync(gone, open);
        await team.Contributor.PatchAsync($"/api/tasks/{done}/status", new { status = "done" }).JsonAsync();
        await team.Contributor.DeleteAsync($"/api/tasks/{gone}");

        var schedule = await ReadAsync(project);

        var only = Assert.Single(schedule.GetProperty("tasks").EnumerateArray());
        AssertTimes(only, "2026-03-04T09:00:00Z", "2026-03-04T17:00:00Z", 0);
        Assert.Equal((open, 240), (only.Id(), only.Number("lateMinutes")));
    }

    [Fact]
    public async Task A_levelled_schedule_gives_nobody_two_tasks_at_once()
    {
        var (project, _) = await team.NewProjectAsync();
        var mine = new { assigneeIds = new[] { team.Contributor.Id } };
        var (first, second) = (await TaskAsync(project, 240, mine), await TaskAsync(project, 480, mine));

        var schedule = await ReadAsync(project, "&level=true");

        // The longer one has no slack, so it comes first.
        Assert.Equal("2026-03-02T09:00:00Z", TaskIn(schedule, first).Text("earliestStart"));
        Assert.Equal(("2026-03-02T09:00:00Z", "2026-03-02T17:00:00Z"), (TaskIn(schedule, second).Text("levelledStart"), TaskIn(schedule, second).Text("levelledFinish")));
        Assert.Equal(("2026-03-03T09:00:00Z", "2026-03-03T13:00:00Z"), (TaskIn(schedule, first).Text("levelledStart"), TaskIn(schedule, first).Text("levelledFinish")));
        Assert.Equal(("2026-03-02T17:00:00Z", "2026-03-03T13:00:00Z"), (schedule.Text("finish"), schedule.Text("levelledFinish")));
    }

    [Fact]
    public async Task Durations_count_before_estimates_and_deadlines_that_cannot_be_kept_are_told()
    {
        var (project, _) = await team.NewProjectAsync();
        var mine = new[] { team.Contributor.Id };
        var kept = await TaskAsync(project, 60, new { durationMinutes = 480, deadlineAt = "2026-03-03", assigneeIds = mine, priority = "high" });
        var crowded = await TaskAsync(project, 480, new { dueAt = "2026-03-09", deadlineAt = "2026-03-02", assigneeIds = mine });
        var missed = await TaskAsync(project, 480, new { deadlineAt = "2026-03-02T15:00:00Z" });
        var last = await TaskAsync(project, 1_440);

        var schedule = await ReadAsync(project, "&level=true");

        // Its day ends with its deadline, so a whole working day still fits; the one of high priority takes it when people are short.
        AssertTimes(TaskIn(schedule, crowded), "2026-03-02T09:00:00Z", "2026-03-02T17:00:00Z", 0);
        AssertTimes(TaskIn(schedule, kept), "2026-03-02T09:00:00Z", "2026-03-02T17:00:00Z", 480);
        Assert.Equal("2026-03-03T17:00:00Z", TaskIn(schedule, kept).Text("latestFinish"));
        Assert.Equal([(kept, 0, 0), (crowded, 0, 480), (missed, 120, 120), (last, 0, 0)], schedule.GetProperty("tasks").EnumerateArray()
            .Select(t => (t.Id(), t.Number("missedMinutes"), t.Number("levelledMissedMinutes"))));
        Assert.Equal([crowded, missed], schedule.GetProperty("missedDeadlines").EnumerateArray().Select(id => id.GetGuid()));
        Assert.Equal("2026-03-02T15:00:00Z", TaskIn(schedule, missed).Text("deadlineAt"));
        Assert.Equal([missed], (await ReadAsync(project)).GetProperty("missedDeadlines").EnumerateArray().Select(id => id.GetGuid()));
    }

    [Fact]
    public async Task A_project_without_tasks_has_an_empty_schedule_that_begins_now()
    {
        var (project, _) = await team.NewProjectAsync();
        var schedule = await team.Viewer.ReadAsync($"/api/projects/{project}/schedule?level=true");
        Assert.Empty(schedule.GetProperty("tasks").EnumerateArray());
        Assert.True(schedule.IsNull("finish"));
        Assert.True(TimeProvider.System.GetUtcNow() - schedule.GetProperty("start").GetDateTimeOffset() < TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Strangers_see_none_and_a_wrong_beginning_is_refused()
    {
        await team.Stranger.GetAsync($"/api/projects/{team.ProjectId}/schedule").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"/api/projects/{team.ProjectId}/schedule?from=soon").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Viewer.GetAsync($"/api/projects/{team.ProjectId}/schedule?from=0001-01-01T00:00:00Z").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    private async Task<Guid> TaskAsync(Guid project, int estimateMinutes, object? members = null)
    {
        var body = JsonSerializer.SerializeToNode(members ?? new { })!.AsObject();
        body["estimateMinutes"] = estimateMinutes;
        return (await team.TaskAsync(body, project)).Id();
    }

    private Task<JsonElement> BlockAsync(Guid first, Guid second) =>
        team.Contributor.PostAsync($"/api/tasks/{first}/dependencies", new { taskId = second, type = "blocks" }).JsonAsync(HttpStatusCode.Created);

    private Task<JsonElement> ReadAsync(Guid project, string more = "") => team.Viewer.ReadAsync($"/api/projects/{project}/schedule?from=2026-03-02{more}");

    private static JsonElement TaskIn(JsonElement schedule, Guid id) => schedule.GetProperty("tasks").EnumerateArray().Single(t => t.Id() == id);

    private static void AssertTimes(JsonElement task, string start, string finish, int slack) => Assert.Equal(
        (start, finish, slack, slack == 0), (task.Text("earliestStart"), task.Text("earliestFinish"), task.Number("slackMinutes"), task.GetProperty("critical").GetBoolean()));
}
