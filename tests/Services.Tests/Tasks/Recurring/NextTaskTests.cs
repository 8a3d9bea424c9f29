using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Recurring;

public sealed class NextTaskTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Completing_makes_the_next_with_its_dates_moved_and_its_steps_open()
    {
        var parent = await team.TaskAsync();
        var task = await team.TaskAsync(new
        {
            title = "Water the plants",
            description = "All of *them*",
            priority = "high",
            estimateMinutes = 15,
            labels = new[] { "home" },
            assigneeIds = new[] { team.Manager.Id },
            startAt = "2026-03-27",
            dueAt = "2026-03-30",
            deadlineAt = "2026-04-01T16:00:00Z",
            durationMinutes = 960,
            parentId = parent.Id(),
            steps = new object[] { new { title = "Fill the can", done = true, required = true, dueAt = "2026-03-29" }, new { title = "Pour" } },
            recurrence = new { rule = "FREQ=WEEKLY", mode = "schedule" },
        });
        var done = await CompleteAsync(task);
        var next = await NextAsync(done);

        Assert.Equal(
            ("Water the plants", "All of *them*", "high", 15, "2026-04-03", "2026-04-06", "todo"),
            (next.Text("title"), next.Text("description"), next.Text("priority"), next.Number("estimateMinutes"), next.Text("startAt"), next.Text("dueAt"), next.Text("status")));
        Assert.Equal(("2026-04-08T16:00:00Z", 960), (next.Text("deadlineAt"), next.Number("durationMinutes")));
        Assert.Equal((parent.Id(), team.Contributor.Id, 1L), (next.Id("parentId"), next.Id("reporterId"), next.Version()));
        Assert.Equal([team.Manager.Id], next.GetProperty("assigneeIds").EnumerateArray().Select(id => id.GetGuid()));
        Assert.Equal(["home"], next.GetProperty("labels").EnumerateArray().Select(l => l.GetString()));
        var steps = next.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal([("Fill the can", false, true), ("Pour", false, false)], steps.Select(s => (s.Text("title"), s.GetProperty("done").GetBoolean(), s.GetProperty("required").GetBoolean())));
        Assert.Equal("2026-04-05", steps[0].Text("dueAt"));
        Assert.NotEqual(task.GetProperty("steps")[0].Id(), steps[0].Id());
        Assert.Equal(("FREQ=WEEKLY", "2026-03-30", "2026-04-06", 2), Series(next));
        Assert.Equal((2, 1), await CountsAsync(parent));
    }

    [Fact]
    public async Task A_task_makes_one_next_whoever_completes_it_and_however_often()
    {
        var (project, _) = await team.NewProjectAsync();
        var task = await team.TaskAsync(new { dueAt = "2026-03-02", recurrence = new { rule = "FREQ=DAILY" } }, project);
        var body = new { status = "done" };
        await Task.WhenAll(new[] { team.Owner, team.Manager, team.Contributor }.Select(p => p.PatchAsync($"/api/tasks/{task.Id()}/status", body).JsonAsync(HttpStatusCode.OK)));
        var next = await NextAsync(await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}"));

        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "todo" }).JsonAsync(HttpStatusCode.OK);
        await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/move", body).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(2, (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}")).Items().Count);

        // One that is given up makes none.
        await team.Contributor.PatchAsync($"/api/tasks/{next.Id()}", new { status = "cancelled" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(2, (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}")).Items().Count);
    }

    [Fact]
    public async Task An_undone_completion_takes_the_next_back_unless_somebody_works_on_it()
    {
        var task = await team.TaskAsync(new { dueAt = "2026-03-02", recurrence = new { rule = "FREQ=DAILY" } });
        using var done = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" });
        var next = await NextAsync(await done.JsonAsync(HttpStatusCode.OK));
        using var undo = await team.Contributor.PostAsync($"/api/changes/{done.Headers.GetValues("X-Change-Id").Single()}/undo");
        await undo.JsonAsync(HttpStatusCode.OK);
        await team.Viewer.GetAsync($"/api/tasks/{next.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(task.GetProperty("recurrence").GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).GetProperty("recurrence").GetRawText());

        await team.Contributor.PostAsync($"/api/changes/{undo.Headers.GetValues("X-Change-Id").Single()}/undo").JsonAsync(HttpStatusCode.OK);
        await team.Viewer.ReadAsync($"/api/tasks/{next.Id()}");

        using var again = await team.Contributor.PatchAsync($"/api/tasks/{next.Id()}/status", new { status = "done" });
        var third = await NextAsync(await again.JsonAsync(HttpStatusCode.OK));
        await team.Manager.PatchAsync($"/api/tasks/{third.Id()}", new { title = "Mine" }).JsonAsync(HttpStatusCode.OK);
        await team.Contributor.PostAsync($"/api/changes/{again.Headers.GetValues("X-Change-Id").Single()}/undo").ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
    }

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", "schedule", "2026-03-02 2026-03-03 2026-03-04")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260316", "schedule", "2026-03-02 2026-03-09 2026-03-16")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "schedule", "2026-03-02 2026-03-27 2026-04-24")]
    public async Task The_end_of_a_rule_is_kept_over_all_generations(string rule, string mode, string dates)
    {
        var task = await team.TaskAsync(new { dueAt = "2026-03-02", recurrence = new { rule, mode } });
        var due = new List<string> { task.Text("dueAt") };
        for (var done = await CompleteAsync(task); !done.GetProperty("recurrence").IsNull("nextId"); done = await CompleteAsync(task))
        {
            due.Add((task = await NextAsync(done)).Text("dueAt"));
        }

        Assert.Equal(dates, string.Join(' ', due));
    }

    [Fact]
    public async Task After_completion_counts_from_that_day_and_ends_with_its_count()
    {
        var task = await team.TaskAsync(new { dueAt = "2020-03-02", recurrence = new { rule = "FREQ=DAILY;INTERVAL=3;COUNT=2", mode = "after_completion" } });
        var done = await CompleteAsync(task);
        var next = await NextAsync(done);
        Assert.Equal(DateOnly.FromDateTime(done.GetProperty("completedAt").GetDateTime()).AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), next.Text("dueAt"));
        Assert.True((await CompleteAsync(next)).GetProperty("recurrence").IsNull("nextId"));
    }

    [Fact]
    public async Task Times_follow_the_clock_of_the_project_over_a_change_of_the_clocks()
    {
        var workspace = await team.Owner.PostAsync("/api/workspaces", new { name = "Berlin", timeZone = "Europe/Berlin" }).JsonAsync(HttpStatusCode.Created);
        var project = await team.Owner.PostAsync("/api/projects", new { name = "Berlin", workspaceId = workspace.Id() }).JsonAsync(HttpStatusCode.Created);
        var task = await team.Owner.PostAsync("/api/tasks", new
        {
            projectId = project.Id(),
            title = "Stand-up",
            startAt = "2026-03-27T07:30:00Z",
            dueAt = "2026-03-27T08:00:00Z",
            recurrence = new { rule = "FREQ=WEEKLY;BYDAY=FR" },
        }).JsonAsync(HttpStatusCode.Created);
        var done = await team.Owner.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" }).JsonAsync(HttpStatusCode.OK);
        var next = await team.Owner.ReadAsync($"/api/tasks/{done.GetProperty("recurrence").Text("nextId")}");
        Assert.Equal(("2026-04-03T06:30:00Z", "2026-04-03T07:00:00Z"), (next.Text("startAt"), next.Text("dueAt")));
    }

    [Fact]
    public async Task A_date_that_was_moved_does_not_move_the_series_but_the_first_one_sets_it()
    {
        var task = await team.TaskAsync(new { recurrence = new { rule = "FREQ=WEEKLY" } });
        var dated = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { dueAt = "2026-03-02" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("FREQ=WEEKLY", "2026-03-02", "2026-03-02", 1), Series(dated));
        var next = await NextAsync(await CompleteAsync(dated));
        await team.Contributor.PatchAsync($"/api/tasks/{next.Id()}", new { dueAt = "2026-03-07" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("2026-03-16", (await NextAsync(await CompleteAsync(next))).Text("dueAt"));
    }

    [Fact]
    public async Task A_rule_that_is_none_is_named_with_its_place()
    {
        var task = await team.TaskAsync(new { dueAt = "2026-03-02" });
        var problem = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { recurrence = new { rule = "FREQ=DAILY;BYMONTH=13" } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal(19, problem.Number("position"));
        Assert.True(problem.GetProperty("errors").TryGetProperty("recurrence.rule", out _));
        foreach (var recurrence in new object[] { new { mode = "schedule" }, new { rule = "FREQ=DAILY", mode = "sometimes" } })
        {
            await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { recurrence }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        var set = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { recurrence = new { rule = "FREQ=DAILY" } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(set.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).GetRawText());
        Assert.True((await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { recurrence = (object?)null }).JsonAsync(HttpStatusCode.OK)).IsNull("recurrence"));
    }

    private Task<JsonElement> CompleteAsync(JsonElement task) =>
        team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" }).JsonAsync(HttpStatusCode.OK);

    private Task<JsonElement> NextAsync(JsonElement done) => team.Viewer.ReadAsync($"/api/tasks/{done.GetProperty("recurrence").Text("nextId")}");

    private async Task<(int All, int Done)> CountsAsync(JsonElement task)
    {
        var read = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}");
        return (read.Number("subtaskCount"), read.Number("subtaskDoneCount"));
    }

    private static (string Rule, string Start, string Occurrence, int Number) Series(JsonElement task)
    {
        var series = task.GetProperty("recurrence");
        return (series.Text("rule"), series.Text("start"), series.Text("occurrence"), series.Number("number"));
    }
}
