using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Watchers;

public sealed class ListWatchersTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Reporter_and_assignees_watch_by_default_and_a_list_of_watchers_replaces_them()
    {
        var task = await team.TaskAsync(new { assigneeIds = new[] { team.Manager.Id }, watcherIds = new[] { team.Owner.Id } });
        Assert.Equal(Sorted(team.Owner, team.Contributor, team.Manager), Ids(task));

        var plain = await team.TaskAsync();
        await team.Viewer.PostAsync($"/api/tasks/{plain.Id()}/watchers", new { userId = team.Viewer.Id }).JsonAsync(HttpStatusCode.Created);
        var assigned = await team.Contributor.PatchAsync($"/api/tasks/{plain.Id()}", new { assigneeIds = new[] { team.Manager.Id } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(Sorted(team.Viewer, team.Contributor, team.Manager), Ids(assigned));
        Assert.Equal(Sorted(team.Contributor), Ids(await team.Contributor.PutAsync($"/api/tasks/{plain.Id()}", new { title = "As at first" }).JsonAsync(HttpStatusCode.OK)));
        Assert.Empty(Ids(await team.Contributor.PatchAsync($"/api/tasks/{plain.Id()}", new { watcherIds = Array.Empty<Guid>() }).JsonAsync(HttpStatusCode.OK)));
    }

    [Fact]
    public async Task A_commenter_comes_to_watch_and_the_list_says_who_has_muted()
    {
        var task = await team.TaskAsync();
        var path = $"/api/tasks/{task.Id()}/watchers";
        await team.Contributor.PutAsync($"{path}/{team.Contributor.Id}", new { muted = true }).JsonAsync(HttpStatusCode.OK);
        await team.Manager.PostAsync($"/api/tasks/{task.Id()}/comments", new { body = "Hello" }).JsonAsync(HttpStatusCode.Created);
        var list = await Eventually.GetAsync(() => team.Owner.ReadAsync(path), watchers => watchers.Items().Count == 2);
        Assert.Equal([(team.Contributor.Id, true), (team.Manager.Id, false)], list.Items().Select(w => (w.Id("userId"), w.GetProperty("muted").GetBoolean())));
        Assert.True((await team.Viewer.ReadAsync($"{path}/{team.Contributor.Id}")).GetProperty("muted").GetBoolean());
        await team.Viewer.GetAsync($"{path}/{team.Owner.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static IEnumerable<Guid> Ids(JsonElement task) => task.GetProperty("watcherIds").EnumerateArray().Select(id => id.GetGuid()).Order();

    private static IEnumerable<Guid> Sorted(params Person[] people) => people.Select(p => p.Id).Order();
}
