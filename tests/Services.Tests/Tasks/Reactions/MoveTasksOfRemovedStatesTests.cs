using System.Net;
using Waymark.Services.Tests.Given;
using Waymark.Tasks.Reactions;

namespace Waymark.Services.Tests.Tasks.Reactions;

public sealed class MoveTasksOfRemovedStatesTests(Team team) : IClassFixture<Team>
{
    private static readonly object[] States =
    [
        new { key = "todo", name = "To do", category = "unstarted" },
        new { key = "in_progress", name = "In progress", category = "started" },
        new { key = "done", name = "Done", category = "completed" },
    ];

    [Fact]
    public async Task Tasks_of_a_removed_state_go_where_the_mapping_says()
    {
        var (project, _) = await team.NewProjectAsync();
        var (review, cancelled, open) = (await InAsync(project, "in_review"), await InAsync(project, "cancelled"), await InAsync(project, "in_progress"));
        var path = $"/api/projects/{project}/workflow";
        var refused = await team.Manager.PutAsync(path, new { states = States, mapping = new { cancelled = "done" } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "state_in_use");
        var held = Assert.Single(refused.GetProperty("states").EnumerateArray());
        Assert.Equal(("in_review", 1), (held.Text("key"), held.Number("taskCount")));
        Assert.Contains("in_review (1)", refused.Text("detail"), StringComparison.Ordinal);

        // Nothing stands in backlog, so it goes without being mapped.
        await team.Manager.PutAsync(path, new { states = States, mapping = new { in_review = "in_progress", cancelled = "done" } }).JsonAsync(HttpStatusCode.OK);

        await Eventually.GetAsync(async () => (await team.Viewer.ReadAsync($"/api/tasks/{cancelled}")).Text("status"), status => status == "done");
        await Eventually.GetAsync(async () => (await team.Viewer.ReadAsync($"/api/tasks/{review}")).Text("status"), status => status == "in_progress");
        var last = (await team.Viewer.ReadAsync($"/api/tasks/{review}/history")).Items()[^1];
        Assert.Equal(("task.status_changed", team.Manager.Id), (last.Text("type"), last.Id("actorId")));
        Assert.Equal(2, (await team.Viewer.ReadAsync($"/api/tasks/{open}")).Version());
    }

    [Fact]
    public async Task More_tasks_than_one_transaction_moves_are_moved_all_the_same()
    {
        const int Count = MoveTasksOfRemovedStates.BatchSize + 5;
        var (project, _) = await team.NewProjectAsync();
        await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
            await team.Contributor.PostAsync("/api/tasks", new { projectId = project, title = $"Task {i}", status = "cancelled" }).JsonAsync(HttpStatusCode.Created));

        await team.Manager.PutAsync($"/api/projects/{project}/workflow", new { states = States, mapping = new { cancelled = "done" } }).JsonAsync(HttpStatusCode.OK);

        await Eventually.GetAsync(
            () => team.Viewer.ReadAsync($"/api/projects/{project}/board"),
            board => board.GetProperty("columns").EnumerateArray().Any(c => c.Text("status") == "done" && c.Number("taskCount") == Count));
    }

    [Theory]
    [InlineData("in_progress", "done")]
    [InlineData("in_review", "cancelled")]
    public async Task A_mapping_that_makes_no_sense_is_refused(string from, string to)
    {
        var (project, _) = await team.NewProjectAsync();
        var problem = await team.Manager.PutAsync($"/api/projects/{project}/workflow", new { states = States, mapping = new Dictionary<string, string> { [from] = to } })
            .ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty("mapping", out _));
    }

    private async Task<Guid> InAsync(Guid project, string status)
    {
        var task = await team.TaskAsync(projectId: project);
        return (await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status }).JsonAsync()).Id();
    }
}
