using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

public sealed class EditCycleSettingsTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Managers_decide_whether_a_task_may_stand_in_several_open_cycles()
    {
        var (project, _) = await team.NewProjectAsync();
        var path = $"/api/projects/{project}/cycle-settings";
        var unset = await team.Viewer.ReadAsync(path);
        Assert.Equal((project, false, 0L), (unset.Id("projectId"), unset.GetProperty("allowsSeveral").GetBoolean(), unset.Version()));

        var set = await team.AllowSeveralAsync(project);
        Assert.Equal((true, 1L), (set.GetProperty("allowsSeveral").GetBoolean(), set.Version()));
        Assert.Equal(1, (await team.AllowSeveralAsync(project)).Version());
        Assert.Equal(set.GetRawText(), (await team.Viewer.ReadAsync(path)).GetRawText());

        await team.Manager.SendAsync(HttpMethod.Put, path, new { }, ("If-Match", "\"5\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await team.Contributor.PutAsync(path, new { allowsSeveral = false }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PutAsync(path, new { }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(2, (await team.Manager.PutAsync(path, new { }).JsonAsync(HttpStatusCode.OK)).Version());
    }
}
