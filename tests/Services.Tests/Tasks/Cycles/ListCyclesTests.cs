using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

public sealed class ListCyclesTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task The_newest_cycle_stands_first_and_shows_how_far_it_is()
    {
        var (project, _) = await team.NewProjectAsync();
        var (first, second) = (await team.CycleAsync(project, "First"), await team.CycleAsync(project, "Second"));
        await team.TakeAsync(first, (await team.TaskAsync(new { status = "done", estimateMinutes = 60 }, project)).Id(), (await team.TaskAsync(new { estimateMinutes = 30 }, project)).Id());

        var page = await team.Viewer.ReadAsync($"/api/projects/{project}/cycles?limit=1");
        Assert.Equal(second.Id(), Assert.Single(page.Items()).Id());
        var rest = Assert.Single((await team.Viewer.ReadAsync($"/api/projects/{project}/cycles?limit=1&cursor={page.Text("nextCursor")}")).Items());
        Assert.Equal((first.Id(), 2, 1, 90, 60, 50), (rest.Id(), rest.Number("taskCount"), rest.Number("completedCount"), rest.Number("estimateMinutes"), rest.Number("completedEstimateMinutes"), rest.Number("progress")));
        await team.Stranger.GetAsync($"/api/projects/{project}/cycles").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync(GivenCycle.PathOf(project, first)).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"/api/projects/{project}/cycles?cursor=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }
}
