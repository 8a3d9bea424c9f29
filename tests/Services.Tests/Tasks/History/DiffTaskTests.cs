using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.History;

public sealed class DiffTaskTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Two_moments_are_compared_by_version_or_instant()
    {
        var first = await team.TaskAsync(new { title = "First", description = "short", labels = new[] { "one" } });
        var path = $"/api/tasks/{first.Id()}";
        await team.Contributor.PatchAsync(path, new { title = "Second" }).JsonAsync();
        var third = await team.Contributor.PatchAsync(path, new { title = "Third", description = "long" }).JsonAsync();
        await team.Manager.PatchAsync($"{path}/status", new { status = "done" }).JsonAsync();

        var byVersion = await team.Viewer.ReadAsync($"{path}/diff?from=1&to=3");
        Assert.Equal((1, 3), (byVersion.GetProperty("from").Version(), byVersion.GetProperty("to").Version()));
        Assert.Equal(["title", "description"], byVersion.GetProperty("changes").Names());
        Assert.Equal(("First", "Third"), (byVersion.GetProperty("changes").GetProperty("title").Text("from"), byVersion.GetProperty("changes").GetProperty("title").Text("to")));
        var byInstant = await team.Viewer.ReadAsync($"{path}/diff?from={Uri.EscapeDataString(first.Text("updatedAt"))}&to={Uri.EscapeDataString(third.Text("updatedAt"))}");
        Assert.Equal(byVersion.GetRawText(), byInstant.GetRawText());

        var untilNow = await team.Viewer.ReadAsync($"{path}/diff?from={Uri.EscapeDataString(third.Text("updatedAt"))}");
        Assert.Equal(["status", "statusCategory", "completedAt"], untilNow.GetProperty("changes").Names());
        Assert.Equal(["title", "description", "status", "statusCategory", "completedAt"], (await team.Viewer.ReadAsync($"{path}/diff")).GetProperty("changes").Names());
        Assert.Empty((await team.Viewer.ReadAsync($"{path}/diff?from=3&to=3")).GetProperty("changes").Names());
        Assert.Equal("Third", (await team.Viewer.ReadAsync($"{path}/diff?from=3&to=1")).GetProperty("changes").GetProperty("title").Text("from"));
    }

    [Fact]
    public async Task A_deleted_task_is_compared_too_and_a_moment_that_it_has_not_is_not_found()
    {
        var task = await team.TaskAsync();
        var path = $"/api/tasks/{task.Id()}";
        await team.Contributor.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(["deletedAt"], (await team.Viewer.ReadAsync($"{path}/diff?from=1")).GetProperty("changes").Names());
        await team.Viewer.GetAsync($"{path}/diff?from=1&to=3").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"{path}/diff?from=2001-01-01T00:00:00Z").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync($"{path}/diff?from=1").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        foreach (var wrong in new[] { "?from=0", "?from=yesterday", "?from=1&to=-1", "?from=1.5" })
        {
            await team.Viewer.GetAsync($"{path}/diff{wrong}").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }
    }
}
