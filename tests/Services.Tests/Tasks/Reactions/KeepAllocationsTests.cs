using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Reactions;

public sealed class KeepAllocationsTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_schedule_is_levelled_by_what_people_are_planned_for()
    {
        var (project, _) = await team.NewProjectAsync();
        await team.TaskAsync(new { estimateMinutes = 480, assigneeIds = new[] { team.Contributor.Id } }, project);
        Assert.Equal("2026-03-02T17:00:00Z", await FinishAsync(project));

        var allocation = await team.Manager.PostAsync($"/api/projects/{project}/allocations", new { userId = team.Contributor.Id, hoursPerWeek = 20, from = "2026-03-01", to = "2026-12-31" }).JsonAsync(HttpStatusCode.Created);
        await Eventually.GetAsync(() => FinishAsync(project), finish => finish == "2026-03-03T13:00:00Z");

        await team.Manager.PatchAsync($"/api/projects/{project}/allocations/{allocation.Id()}", new { hoursPerWeek = 10 }).JsonAsync();
        await Eventually.GetAsync(() => FinishAsync(project), finish => finish == "2026-03-05T11:00:00Z");

        await team.Manager.DeleteAsync($"/api/projects/{project}/allocations/{allocation.Id()}");
        await Eventually.GetAsync(() => FinishAsync(project), finish => finish == "2026-03-02T17:00:00Z");
    }

    private async Task<string> FinishAsync(Guid project) =>
        (await team.Viewer.ReadAsync($"/api/projects/{project}/schedule?from=2026-03-02&level=true")).Text("levelledFinish");
}
