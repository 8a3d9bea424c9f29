using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Steps;

public sealed class ListStepsTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_task_lists_its_steps_and_keeps_those_that_a_change_names()
    {
        var task = await team.TaskAsync(new { steps = new object[] { new { title = "Knead", done = true }, new { title = "Bake é 😀" } } });
        var first = task.GetProperty("steps")[0].Id();
        Assert.Equal(task.GetProperty("steps").GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/steps")).GetProperty("items").GetRawText());

        var changed = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { steps = new object[] { new { title = "New" }, new { id = first, title = "Knead well", done = true } } }).JsonAsync(HttpStatusCode.OK);
        var steps = changed.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["New", "Knead well"], steps.Select(s => s.Text("title")));
        Assert.Equal((first, 50), (steps[1].Id(), changed.Number("progress")));
        Assert.Equal(changed.GetProperty("steps").GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks?projectId={team.ProjectId}&limit=200")).Items().Single(t => t.Id() == task.Id()).GetProperty("steps").GetRawText());

        Assert.Equal(changed.GetRawText(), (await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { title = "A task" }).JsonAsync(HttpStatusCode.OK)).GetRawText());
        Assert.Empty((await team.Contributor.PutAsync($"/api/tasks/{task.Id()}", new { title = "No steps" }).JsonAsync(HttpStatusCode.OK)).GetProperty("steps").EnumerateArray());
        await team.Stranger.GetAsync($"/api/tasks/{task.Id()}/steps").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Progress_without_steps_and_sub_tasks_follows_the_status()
    {
        var task = await team.TaskAsync();
        Assert.Equal((0, JsonValueKind.Array), (task.Number("progress"), task.GetProperty("steps").ValueKind));
        Assert.Equal(100, (await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" }).JsonAsync()).Number("progress"));
    }
}
