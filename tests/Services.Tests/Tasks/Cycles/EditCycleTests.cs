using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

public sealed class EditCycleTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_cycle_is_renamed_and_moved_while_it_is_open()
    {
        var path = GivenCycle.PathOf(team.ProjectId, await team.CycleAsync(team.ProjectId));
        var patched = await team.Manager.PatchAsync(path, new { endDate = "2026-03-20" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("Sprint 1", "2026-03-20", 2L), (patched.Text("name"), patched.Text("endDate"), patched.Version()));
        var same = await team.Manager.PatchAsync(path, new { endDate = "2026-03-20" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(2, same.Version());
        var replaced = await team.Manager.PutAsync(path, new { name = "Sprint I", startDate = "2026-03-09", endDate = "2026-03-13" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("Sprint I", "", "2026-03-09"), (replaced.Text("name"), replaced.Text("goal"), replaced.Text("startDate")));

        await team.Manager.PatchAsync(path, new { endDate = "2026-03-01" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PatchAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Manager.SendAsync(HttpMethod.Patch, path, new { name = "x" }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await team.Manager.PatchAsync(path.Replace(team.ProjectId.ToString(), (await team.NewProjectAsync()).Id.ToString(), StringComparison.Ordinal), new { name = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
