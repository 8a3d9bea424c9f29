using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

public sealed class ListCycleScopeTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task The_log_says_what_joined_and_left_when_and_by_whom()
    {
        var cycle = await team.CycleAsync(team.ProjectId);
        var (a, b) = ((await team.TaskAsync()).Id(), (await team.TaskAsync()).Id());
        await team.TakeAsync(cycle, a);
        await team.TakeAsync(cycle, b);
        await team.Manager.DeleteAsync($"/api/cycles/{cycle.Id()}/tasks/{a}").JsonAsync(HttpStatusCode.NoContent);

        var path = $"/api/cycles/{cycle.Id()}/scope";
        var first = await team.Viewer.ReadAsync($"{path}?limit=2");
        var rest = await team.Viewer.ReadAsync($"{path}?limit=2&cursor={first.Text("nextCursor")}");
        var log = first.Items().Concat(rest.Items()).ToList();
        Assert.Equal([("added", a), ("added", b), ("removed", a)], log.Select(l => (l.Text("change"), l.Id("taskId"))));
        Assert.Equal([team.Contributor.Id, team.Contributor.Id, team.Manager.Id], log.Select(l => l.Id("actorId")));
        await team.Stranger.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"{path}?cursor=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }
}
