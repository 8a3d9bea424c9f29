using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

public sealed class CreateCycleTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_manager_plans_a_cycle()
    {
        var cycle = await team.CycleAsync(team.ProjectId, "  Sprint 1 ");
        Assert.Equal(("Sprint 1", "Open the bakery", "2026-03-02", "2026-03-13", "open"), (cycle.Text("name"), cycle.Text("goal"), cycle.Text("startDate"), cycle.Text("endDate"), cycle.Text("state")));
        Assert.Equal((0, 0, 0, 1L), (cycle.Number("taskCount"), cycle.Number("completedCount"), cycle.Number("progress"), cycle.Version()));
        Assert.Equal(cycle.GetRawText(), (await team.Viewer.ReadAsync(GivenCycle.PathOf(team.ProjectId, cycle))).GetRawText());
    }

    [Fact]
    public async Task What_is_no_cycle_is_refused()
    {
        var path = $"/api/projects/{team.ProjectId}/cycles";
        foreach (var wrong in new object[] { new { name = "x", startDate = "2026-03-02" }, new { name = " ", startDate = "2026-03-02", endDate = "2026-03-03" }, new { name = "x", startDate = "2026-03-02", endDate = "2026-03-01" } })
        {
            await team.Manager.PostAsync(path, wrong).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        var right = new { name = "x", startDate = "2026-03-02", endDate = "2026-03-02" };
        await team.Contributor.PostAsync(path, right).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync(path, right).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
