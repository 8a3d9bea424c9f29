using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

public sealed class CloseCycleTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task What_is_unfinished_goes_on_to_the_next_cycle_and_what_is_done_counts_for_good()
    {
        var (project, _) = await team.NewProjectAsync();
        var (cycle, next) = (await team.CycleAsync(project, "Sprint 1"), await team.CycleAsync(project, "Sprint 2"));
        var (done, open, shared) = ((await team.TaskAsync(new { status = "done" }, project)).Id(), (await team.TaskAsync(projectId: project)).Id(), (await team.TaskAsync(projectId: project)).Id());
        await team.AllowSeveralAsync(project);
        await team.TakeAsync(cycle, done, open, shared);
        await team.TakeAsync(next, shared);

        var closed = await team.Manager.PostAsync($"/api/cycles/{cycle.Id()}/close", new { carryOverTo = next.Id() }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("closed", 3, 1, 33), (closed.Text("state"), closed.Number("taskCount"), closed.Number("completedCount"), closed.Number("progress")));
        var after = await team.Viewer.ReadAsync(GivenCycle.PathOf(project, next));
        Assert.Equal((2, 3L), (after.Number("taskCount"), after.Version()));
        Assert.Equal(["added", "added", "added", "carried_over", "carried_over"], await LogAsync(cycle.Id()));
        Assert.Equal(["added", "carried_in"], await LogAsync(next.Id()));

        await team.Contributor.PatchAsync($"/api/tasks/{open}/status", new { status = "done" }).JsonAsync();
        await team.Contributor.PatchAsync($"/api/tasks/{done}/status", new { status = "todo" }).JsonAsync();
        Assert.Equal(1, (await team.Viewer.ReadAsync(GivenCycle.PathOf(project, cycle))).Number("completedCount"));
        Assert.Equal(1, (await team.Viewer.ReadAsync(GivenCycle.PathOf(project, next))).Number("completedCount"));
    }

    [Fact]
    public async Task A_closed_cycle_stands_fast()
    {
        var (project, _) = await team.NewProjectAsync();
        var (cycle, other) = (await team.CycleAsync(project), await team.CycleAsync(project));
        var task = (await team.TaskAsync(projectId: project)).Id();
        await team.TakeAsync(cycle, task);
        var close = $"/api/cycles/{cycle.Id()}/close";
        await team.Contributor.PostAsync(close).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync(close).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Manager.PostAsync(close, new { carryOverTo = cycle.Id() }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Manager.PostAsync(close, new { carryOverTo = (await team.CycleAsync(team.ProjectId)).Id() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Manager.SendAsync(HttpMethod.Post, close, null).JsonAsync(HttpStatusCode.OK);

        await team.Manager.PostAsync(close).ProblemAsync(HttpStatusCode.UnprocessableEntity, "cycle_closed");
        await team.Manager.PostAsync($"/api/cycles/{other.Id()}/close", new { carryOverTo = cycle.Id() }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "cycle_closed");
        await team.Contributor.DeleteAsync($"/api/cycles/{cycle.Id()}/tasks/{task}").ProblemAsync(HttpStatusCode.UnprocessableEntity, "cycle_closed");
        await team.Contributor.PostAsync($"/api/cycles/{cycle.Id()}/tasks", new { taskIds = new[] { task } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "cycle_closed");
        await team.Manager.PatchAsync(GivenCycle.PathOf(project, cycle), new { name = "x" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "cycle_closed");
    }

    private async Task<IEnumerable<string>> LogAsync(Guid cycle) => (await team.Viewer.ReadAsync($"/api/cycles/{cycle}/scope")).Items().Select(l => l.Text("change"));
}
