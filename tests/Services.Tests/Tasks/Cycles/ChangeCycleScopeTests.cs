using System.Net;
using Waymark.Platform.Data;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

public sealed class ChangeCycleScopeTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tasks_join_and_leave_a_cycle()
    {
        var (project, _) = await team.NewProjectAsync();
        var cycle = await team.CycleAsync(project);
        var (a, b) = ((await team.TaskAsync(projectId: project)).Id(), (await team.TaskAsync(projectId: project)).Id());
        Assert.Equal((2, 2L), Sizes(await team.TakeAsync(cycle, a, b, a)));
        Assert.Equal((2, 2L), Sizes(await team.TakeAsync(cycle, a)));
        var c = (await team.TaskAsync(projectId: project)).Id();
        Assert.Equal(new[] { a, b }.Order(), (await team.Viewer.ReadAsync($"/api/tasks?cycleId={cycle.Id()}")).Items().Select(t => t.Id()).Order());
        Assert.Equal(c, Assert.Single((await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&cycleId=none")).Items()).Id());
        await team.Viewer.GetAsync("/api/tasks?cycleId=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.DeleteAsync($"/api/cycles/{cycle.Id()}/tasks/{a}").JsonAsync(HttpStatusCode.NoContent);
        await team.Contributor.DeleteAsync($"/api/cycles/{cycle.Id()}/tasks/{a}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal((1, 3L), Sizes(await team.Viewer.ReadAsync(GivenCycle.PathOf(project, cycle))));

        // What is in the trash does not count, and counts again when it comes back.
        await team.Contributor.DeleteAsync($"/api/tasks/{b}").JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(0, (await team.Viewer.ReadAsync(GivenCycle.PathOf(project, cycle))).Number("taskCount"));
        await team.Contributor.PostAsync($"/api/tasks/{b}/restore").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, (await team.Viewer.ReadAsync(GivenCycle.PathOf(project, cycle))).Number("taskCount"));
    }

    [Fact]
    public async Task A_task_moves_between_open_cycles_unless_the_project_lets_it_stand_in_several()
    {
        var (project, _) = await team.NewProjectAsync();
        var (past, first, second) = (await team.CycleAsync(project), await team.CycleAsync(project), await team.CycleAsync(project));
        var (a, b) = ((await team.TaskAsync(projectId: project)).Id(), (await team.TaskAsync(projectId: project)).Id());
        await team.TakeAsync(past, a);
        await team.Manager.PostAsync($"/api/cycles/{past.Id()}/close", new { }).JsonAsync(HttpStatusCode.OK);
        await team.TakeAsync(first, a, b);

        Assert.Equal((1, 2L), Sizes(await team.TakeAsync(second, a)));
        Assert.Equal((1, 3L), Sizes(await team.Viewer.ReadAsync(GivenCycle.PathOf(project, first))));
        Assert.Equal(["added", "added", "removed"], (await team.Viewer.ReadAsync($"/api/cycles/{first.Id()}/scope")).Items().Select(l => l.Text("change")));
        Assert.Equal((1, 3L), Sizes(await team.Viewer.ReadAsync(GivenCycle.PathOf(project, past))));

        await team.AllowSeveralAsync(project);
        Assert.Equal((2, 3L), Sizes(await team.TakeAsync(second, b)));
        Assert.Equal((1, 3L), Sizes(await team.Viewer.ReadAsync(GivenCycle.PathOf(project, first))));
        Assert.Equal([b], (await team.Viewer.ReadAsync($"/api/tasks?cycleId={first.Id()}")).Items().Select(t => t.Id()));

        // Taken back, it leaves tasks where they stand until they are taken into a cycle again.
        await team.AllowSeveralAsync(project, false);
        Assert.Equal((2, 3L), Sizes(await team.TakeAsync(second, b)));
        Assert.Equal(0, (await team.Viewer.ReadAsync(GivenCycle.PathOf(project, first))).Number("taskCount"));
    }

    [Fact]
    public async Task Only_tasks_of_the_project_join_and_only_by_who_may_write()
    {
        var cycle = await team.CycleAsync(team.ProjectId);
        var (own, foreign) = ((await team.TaskAsync()).Id(), (await team.TaskAsync(projectId: (await team.NewProjectAsync()).Id)).Id());
        var path = $"/api/cycles/{cycle.Id()}/tasks";
        await team.Contributor.PostAsync(path, new { taskIds = new[] { own, foreign } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(0, (await team.Viewer.ReadAsync(GivenCycle.PathOf(team.ProjectId, cycle))).Number("taskCount"));
        await team.Viewer.PostAsync(path, new { taskIds = new[] { own } }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync(path, new { taskIds = new[] { own } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PostAsync(path, new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Queries_find_the_tasks_of_a_cycle_by_its_name_and_by_what_it_is_now()
    {
        var (project, key) = await team.NewProjectAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var running = await team.Manager.PostAsync($"/api/projects/{project}/cycles", new { name = "Current", startDate = today.AddDays(-2), endDate = today.AddDays(2) }).JsonAsync(HttpStatusCode.Created);
        var past = await team.CycleAsync(project, "Größe 1");
        var (now, both, none) = (await NewAsync("now"), await NewAsync("both"), await NewAsync("none"));
        await team.TakeAsync(past, both);
        await team.Manager.PostAsync($"/api/cycles/{past.Id()}/close", new { }).JsonAsync(HttpStatusCode.OK);
        await team.TakeAsync(running, now, both);

        Assert.Equal(["both", "now"], await FoundAsync("cycle = CURRENT"));
        Assert.Equal(["both", "now"], await FoundAsync("cycle in (\"current\", open)"));
        Assert.Equal(["both"], await FoundAsync($"cycle = \"GRÖßE 1\" or cycle = {past.Id()}"));
        Assert.Equal(["none", "now"], await FoundAsync("cycle != \"größe 1\""));
        Assert.Equal(["none"], await FoundAsync("cycle is empty"));
        Assert.Equal(["both", "now"], await FoundAsync("cycle is not empty"));

        var problem = await team.Viewer.GetAsync($"/api/tasks?query={Uri.EscapeDataString("cycle = \"größe 2\"")}").ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        Assert.Equal((8, "größe 1"), (problem.GetProperty("position").GetInt32(), problem.GetProperty("expected")[0].GetString()));
        problem = await team.Viewer.GetAsync("/api/tasks?query=cycle+%3D+none").ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        Assert.Contains("write cycle is empty.", problem.Text("detail"), StringComparison.Ordinal);
        await team.Stranger.GetAsync($"/api/tasks?query={Uri.EscapeDataString($"cycle = {past.Id()}")}").ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");

        async Task<Guid> NewAsync(string title) => (await team.TaskAsync(new { title }, project)).Id();
        async Task<IEnumerable<string?>> FoundAsync(string query) =>
            (await team.Viewer.ReadAsync($"/api/tasks?query={Uri.EscapeDataString($"project = {key} and ({query}) order by title")}")).Items().Select(t => t.Text("title"));
    }

    [Theory]
    [InlineData("tasks")]
    [InlineData("tasks/remove")]
    [InlineData("close")]
    public async Task A_cycle_that_is_deleted_at_the_same_moment_is_not_found(string act)
    {
        const string Waiting = "select count(*) from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.query like '%for key share%'";
        var (project, _) = await team.NewProjectAsync();
        var (cycle, task) = (await team.CycleAsync(project), (await team.TaskAsync(projectId: project)).Id());
        await using var connection = await api.AdministratorOfAsync("tasks");
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await connection.RunAsync($"delete from cycle where id = '{cycle.Id()}'", Ct);

        var answer = team.Manager.PostAsync($"/api/cycles/{cycle.Id()}/{act}", new { taskIds = new[] { task } });
        await Eventually.GetAsync(() => api.QueryAsync<long>("tasks", Waiting), count => count > 0);
        await transaction.CommitAsync(Ct);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static (int Tasks, long Version) Sizes(System.Text.Json.JsonElement cycle) => (cycle.Number("taskCount"), cycle.Version());
}
