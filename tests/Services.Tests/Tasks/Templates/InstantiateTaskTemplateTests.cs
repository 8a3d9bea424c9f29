using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Templates;

public sealed class InstantiateTaskTemplateTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_task_gets_the_texts_with_their_variables_and_dates_from_the_day_of_use()
    {
        var template = await TemplateAsync(new
        {
            projectId = team.ProjectId,
            name = "Release",
            title = "Release {{version}}",
            description = "For {{customer}}, {{version}}",
            priority = "high",
            estimateMinutes = 60,
            startInDays = -1,
            dueInDays = 3,
            deadlineInDays = 5,
            durationMinutes = 960,
            assigneeIds = new[] { team.Manager.Id },
            labels = new[] { "release" },
            steps = new object[] { new { title = "Tag {{version}}", required = true, dueInDays = 2 } },
        });

        using var answer = await team.Contributor.PostAsync($"{template}/instantiate", new { variables = new { version = "2.0", customer = "{{version}} Ltd" }, date = "2026-03-02" });
        var task = await answer.JsonAsync(HttpStatusCode.Created);

        Assert.Equal($"/api/tasks/{task.Id()}", answer.Headers.Location?.ToString());
        Assert.Equal(("Release 2.0", "For {{version}} Ltd, 2.0", "high", 60), (task.Text("title"), task.Text("description"), task.Text("priority"), task.Number("estimateMinutes")));
        Assert.Equal(("2026-03-01", "2026-03-05", "2026-03-07", 960), (task.Text("startAt"), task.Text("dueAt"), task.Text("deadlineAt"), task.Number("durationMinutes")));
        Assert.Equal(("release", team.Manager.Id), (task.GetProperty("labels")[0].GetString(), task.GetProperty("assigneeIds")[0].GetGuid()));
        var step = Assert.Single(task.GetProperty("steps").EnumerateArray());
        Assert.Equal(("Tag 2.0", false), (step.Text("title"), step.GetProperty("done").GetBoolean()));
        Assert.Equal(team.Contributor.Id, task.Id("reporterId"));
        Assert.Equal(task.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).GetRawText());
    }

    [Fact]
    public async Task Without_a_day_dates_count_from_today_and_a_parent_takes_the_task()
    {
        var template = await TemplateAsync(new { projectId = team.ProjectId, name = "Soon", title = "Soon", dueInDays = 0 });
        Assert.Equal("Soon", (await team.Contributor.SendAsync(HttpMethod.Post, $"{template}/instantiate", null).JsonAsync(HttpStatusCode.Created)).Text("title"));
        var parent = await team.TaskAsync();
        var task = await team.Contributor.PostAsync($"{template}/instantiate", new { parentId = parent.Id() }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(parent.Id(), task.Id("parentId"));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.InRange(DateOnly.ParseExact(task.Text("dueAt"), "yyyy-MM-dd", null), today.AddDays(-1), today);
    }

    [Fact]
    public async Task A_variable_without_a_value_and_a_title_that_grows_too_long_are_refused()
    {
        var template = await TemplateAsync(new { projectId = team.ProjectId, name = "Two", title = "{{a}} and {{b}}" });
        var missing = await team.Contributor.PostAsync($"{template}/instantiate", new { variables = new { a = "1" } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains("b", missing.GetProperty("errors").GetProperty("variables")[0].GetString(), StringComparison.Ordinal);
        await team.Contributor.PostAsync($"{template}/instantiate", new { variables = new { a = new string('x', 400), b = new string('y', 400) } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync($"{template}/instantiate", new { variables = new { a = "1", b = "2" }, date = "0001-01-01" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync($"{template}/instantiate", new { variables = new { a = "1", b = "2" }, parentId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.PostAsync($"{template}/instantiate", new { variables = new { a = "1", b = "2" } }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync($"{template}/instantiate").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private async Task<string> TemplateAsync(object body) =>
        $"/api/task-templates/{(await team.Contributor.PostAsync("/api/task-templates", body).JsonAsync(HttpStatusCode.Created)).Id()}";
}
