using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

public sealed class DeleteCycleTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_cycle_is_deleted_and_its_tasks_stay()
    {
        var (cycle, task) = (await team.CycleAsync(team.ProjectId), await team.TaskAsync());
        await team.TakeAsync(cycle, task.Id());
        var path = GivenCycle.PathOf(team.ProjectId, cycle);
        await team.Contributor.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Manager.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await team.Manager.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        await team.Manager.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}");
    }
}
