using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Watchers;

public sealed class MuteTaskTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Whoever_mutes_a_task_is_told_nothing_of_it_and_the_others_are()
    {
        var task = await team.TaskAsync(new { title = "Muted", watcherIds = new[] { team.Viewer.Id, team.Owner.Id } });
        var path = $"/api/tasks/{task.Id()}/watchers";
        await team.Contributor.PutAsync($"{path}/{team.Viewer.Id}", new { muted = true }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Viewer.PutAsync($"{path}/{team.Viewer.Id}", new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        var muted = await team.Viewer.PutAsync($"{path}/{team.Viewer.Id}", new { muted = true }).JsonAsync(HttpStatusCode.OK);
        Assert.True(muted.GetProperty("muted").GetBoolean());

        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" }).JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(() => team.Owner.ReadAsync("/api/notifications"), told => told.Items().Any(n => n.Text("type") == "task.completed"));
        Assert.DoesNotContain((await team.Viewer.ReadAsync("/api/notifications")).Items(), n => n.Text("type") == "task.completed");

        await team.Viewer.PutAsync($"{path}/{team.Viewer.Id}", new { muted = false }).JsonAsync(HttpStatusCode.OK);
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "todo" }).JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(() => team.Viewer.ReadAsync("/api/notifications"), told => told.Items().Any(n => n.Text("type") == "task.reopened"));
    }
}
