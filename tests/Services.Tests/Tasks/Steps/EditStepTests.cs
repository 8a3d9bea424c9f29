using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Steps;

public sealed class EditStepTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Ticking_drives_the_progress_together_with_the_sub_tasks()
    {
        var task = await team.TaskAsync(new { steps = new object[] { new { title = "One" }, new { title = "Two" }, new { title = "Three" } } });
        Assert.Equal(0, task.Number("progress"));
        var ticked = await TickAsync(task, 1);
        Assert.Equal((true, "Two"), (ticked.GetProperty("done").GetBoolean(), ticked.Text("title")));
        Assert.Equal(33, await ProgressAsync(task));

        await team.TaskAsync(new { parentId = task.Id(), status = "done" });
        Assert.Equal(50, await ProgressAsync(task));
        var found = await team.Viewer.ReadAsync($"/api/tasks?projectId={team.ProjectId}&query={Uri.EscapeDataString($"progress = 50 and key = {task.Text("key")}")}");
        Assert.Equal(task.Id(), Assert.Single(found.Items()).Id());

        Assert.Equal(100, (await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" }).JsonAsync()).Number("progress"));
    }

    [Fact]
    public async Task A_required_step_that_is_open_keeps_the_task_from_being_completed()
    {
        var task = await team.TaskAsync(new { steps = new object[] { new { title = "Taste", required = true }, new { title = "Decorate" } } });
        var path = $"/api/tasks/{task.Id()}";
        var body = new { status = "done" };
        foreach (var refused in new[] { team.Contributor.PatchAsync(path + "/status", body), team.Contributor.PatchAsync(path, body), team.Contributor.PostAsync(path + "/move", body) })
        {
            var problem = await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity, "required_steps_open");
            Assert.Equal(["Taste"], problem.GetProperty("steps").EnumerateArray().Select(s => s.Text("title")));
            Assert.Contains("Taste", problem.Text("detail"), StringComparison.Ordinal);
        }

        await team.Contributor.PostAsync("/api/tasks", new { projectId = team.ProjectId, title = "x", status = "done", steps = new object[] { new { title = "Taste", required = true } } })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "required_steps_open");
        await team.Contributor.PatchAsync(path + "/status", new { status = "cancelled" }).JsonAsync(HttpStatusCode.OK);
        await team.Contributor.PatchAsync(path + "/status", new { status = "todo" }).JsonAsync(HttpStatusCode.OK);
        await TickAsync(task, 0);
        await team.Contributor.PatchAsync(path + "/status", body).JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_tick_is_a_change_of_the_task_with_a_version_a_history_and_an_undo()
    {
        var task = await team.TaskAsync(new { steps = new object[] { new { title = "One" } } });
        var step = $"/api/tasks/{task.Id()}/steps/{task.GetProperty("steps")[0].Id()}";
        await team.Contributor.SendAsync(HttpMethod.Patch, step, new { done = true }, ("If-Match", "\"9\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        using var answer = await team.Contributor.SendAsync(HttpMethod.Patch, step, new { done = true, id = Guid.CreateVersion7() }, ("If-Match", "\"1\""));
        await answer.JsonAsync(HttpStatusCode.OK);

        var last = (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/history")).Items()[^1];
        Assert.Equal("task.updated", last.Text("type"));
        Assert.True(last.GetProperty("changes").GetProperty("steps").GetProperty("to")[0].GetProperty("done").GetBoolean());
        await team.Contributor.PostAsync($"/api/changes/{answer.Headers.GetValues("X-Change-Id").Single()}/undo").JsonAsync(HttpStatusCode.OK);
        var undone = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}");
        Assert.Equal((task.GetProperty("steps").GetRawText(), 0, 3L), (undone.GetProperty("steps").GetRawText(), undone.Number("progress"), undone.Version()));
    }

    [Fact]
    public async Task Wrong_members_and_unknown_steps_are_refused()
    {
        var task = await team.TaskAsync(new { steps = new object[] { new { title = "One" } } });
        var path = $"/api/tasks/{task.Id()}/steps";
        var step = $"{path}/{task.GetProperty("steps")[0].Id()}";
        foreach (var body in new object[] { new { title = "" }, new { title = (string?)null }, new { done = "yes" }, new { dueAt = "soon" } })
        {
            await team.Contributor.PatchAsync(step, body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        await team.Contributor.PatchAsync($"{path}/{Guid.CreateVersion7()}", new { done = true }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.PatchAsync(step, new { done = true }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private Task<JsonElement> TickAsync(JsonElement task, int place) =>
        team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/steps/{task.GetProperty("steps")[place].Id()}", new { done = true }).JsonAsync(HttpStatusCode.OK);

    private async Task<int> ProgressAsync(JsonElement task) => (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).Number("progress");
}
