using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Steps;

public sealed class AddStepTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task An_added_step_stands_behind_the_others_and_in_the_task()
    {
        var task = await team.TaskAsync(new { steps = new object[] { new { title = " Knead " } } });
        var path = $"/api/tasks/{task.Id()}/steps";
        using var answer = await team.Contributor.PostAsync(path, new { title = "Bake", assigneeId = team.Manager.Id, dueAt = "2026-05-01", required = true });
        var step = await answer.JsonAsync(HttpStatusCode.Created);

        Assert.Equal(["id", "title", "done", "assigneeId", "dueAt", "required"], step.Names());
        Assert.Equal(("Bake", false, team.Manager.Id, "2026-05-01", true), (step.Text("title"), step.GetProperty("done").GetBoolean(), step.Id("assigneeId"), step.Text("dueAt"), step.GetProperty("required").GetBoolean()));
        Assert.Equal($"{path}/{step.Id()}", answer.Headers.Location?.ToString());
        Assert.Equal(step.GetRawText(), (await team.Viewer.ReadAsync($"{path}/{step.Id()}")).GetRawText());

        var read = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}");
        Assert.Equal(["Knead", "Bake"], read.GetProperty("steps").EnumerateArray().Select(s => s.Text("title")));
        Assert.Equal(step.GetRawText(), read.GetProperty("steps")[1].GetRawText());
    }

    [Fact]
    public async Task A_step_without_a_title_or_for_a_stranger_is_refused()
    {
        var path = $"/api/tasks/{(await team.TaskAsync()).Id()}/steps";
        await team.Contributor.PostAsync(path, new { title = " " }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(path, new { title = "x", dueAt = "soon" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(path, new { title = "x", assigneeId = team.Stranger.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.PostAsync(path, new { title = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        var problem = await team.Contributor.PostAsync("/api/tasks", new { projectId = team.ProjectId, title = "x", steps = new object[] { new { title = "fine" }, new { done = true } } })
            .ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty("steps[1].title", out _), problem.GetRawText());
    }

    [Fact]
    public async Task A_task_has_so_many_steps_and_no_more()
    {
        var task = await team.TaskAsync(new { steps = Enumerable.Range(0, 100).Select(i => new { title = $"Step {i}" }) });
        await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/steps", new { title = "One too many" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "too_many_steps");
    }

    [Fact]
    public async Task Steps_that_several_people_add_at_once_all_arrive()
    {
        var task = await team.TaskAsync();
        await Task.WhenAll(new[] { team.Owner, team.Manager, team.Contributor }.Select(p => p.PostAsync($"/api/tasks/{task.Id()}/steps", new { title = p.Name }).JsonAsync(HttpStatusCode.Created)));
        Assert.Equal(3, (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/steps")).Items().Count);
    }
}
