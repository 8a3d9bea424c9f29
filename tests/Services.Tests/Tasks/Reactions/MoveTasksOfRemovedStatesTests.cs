using System.Net;
using Waymark.Services.Tests.Given;

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
