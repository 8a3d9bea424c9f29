using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Watchers;

public sealed class AddWatcherTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Whoever_sees_a_task_may_watch_it_and_whoever_edits_it_may_add_others()
    {
        var task = await team.TaskAsync();
        var path = $"/api/tasks/{task.Id()}/watchers";
        using var own = await team.Viewer.PostAsync(path, new { userId = team.Viewer.Id });
        var watcher = await own.JsonAsync(HttpStatusCode.Created);
        Assert.Equal((team.Viewer.Id, false), (watcher.Id("userId"), watcher.GetProperty("muted").GetBoolean()));
        Assert.Equal($"{path}/{team.Viewer.Id}", own.Headers.Location?.ToString());
        await team.Viewer.PostAsync(path, new { userId = team.Viewer.Id }).JsonAsync(HttpStatusCode.Created);

        await team.Viewer.PostAsync(path, new { userId = team.Manager.Id }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Contributor.PostAsync(path, new { userId = team.Manager.Id }).JsonAsync(HttpStatusCode.Created);
        await team.Contributor.PostAsync(path, new { userId = team.Stranger.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PostAsync(path, new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Stranger.PostAsync(path, new { userId = team.Stranger.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(3, (await team.Viewer.ReadAsync(path)).Items().Count);
        Assert.Equal(task.Id(), Assert.Single((await team.Manager.ReadAsync($"/api/tasks?projectId={team.ProjectId}&query=watcher%20%3D%20me")).Items()).Id());
    }
}
