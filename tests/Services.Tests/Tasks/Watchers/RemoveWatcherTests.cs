using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Watchers;

public sealed class RemoveWatcherTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Whoever_leaves_is_not_brought_back_by_a_comment_or_an_assignment_but_by_watching_again()
    {
        var task = await team.TaskAsync();
        var path = $"/api/tasks/{task.Id()}/watchers";
        await team.Viewer.DeleteAsync($"{path}/{team.Contributor.Id}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Contributor.DeleteAsync($"{path}/{team.Contributor.Id}").JsonAsync(HttpStatusCode.NoContent);
        await team.Contributor.DeleteAsync($"{path}/{team.Contributor.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");

        var assigned = await team.Manager.PatchAsync($"/api/tasks/{task.Id()}", new { assigneeIds = new[] { team.Contributor.Id } }).JsonAsync(HttpStatusCode.OK);
        Assert.Empty(assigned.GetProperty("watcherIds").EnumerateArray());
        await team.Contributor.PostAsync(path, new { userId = team.Contributor.Id }).JsonAsync(HttpStatusCode.Created);
        Assert.False(Assert.Single((await team.Viewer.ReadAsync(path)).Items()).GetProperty("muted").GetBoolean());
    }
}
