using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Difficulty;

public sealed class GetDifficultyTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_task_of_which_nothing_is_known_is_as_easy_as_can_be()
    {
        var task = await team.TaskAsync();
        var difficulty = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/difficulty");
        Assert.Equal((true, 1), (difficulty.IsNull("manual"), difficulty.Number("computed")));
        Assert.Equal([("estimate", 0, 0), ("parts", 0, 0), ("dependencies", 0, 0), ("people", 0, 0)], FactorsOf(difficulty));
        Assert.Equal(difficulty.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{task.Text("key")}/difficulty")).GetRawText());
        await team.Stranger.GetAsync($"/api/tasks/{task.Id()}/difficulty").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Each_factor_adds_its_points_and_says_what_would_add_one_more()
    {
        var task = await team.TaskAsync(new
        {
            difficulty = 3,
            estimateMinutes = 480,
            assigneeIds = new[] { team.Contributor.Id, team.Manager.Id },
            steps = new[] { new { title = "One" }, new { title = "Two" }, new { title = "Three" } },
        });
        var (first, second) = (await team.TaskAsync(), await team.TaskAsync());
        await DependAsync(task, first, "blocked_by");
        await DependAsync(task, second, "relates_to");

        var difficulty = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/difficulty");
        Assert.Equal((3, 6), (difficulty.Number("manual"), difficulty.Number("computed")));
        Assert.Equal([("estimate", 480, 2), ("parts", 3, 1), ("dependencies", 1, 1), ("people", 2, 1)], FactorsOf(difficulty));
        var factors = difficulty.GetProperty("factors");
        Assert.Equal((4, 1_440), (factors[0].Number("mostPoints"), factors[0].Number("nextAt")));
        Assert.Equal((1, true), (factors[3].Number("mostPoints"), factors[3].IsNull("nextAt")));

        // The other end of a dependency has it, too; one to a deleted task is none.
        Assert.Equal(1, FactorsOf(await team.Viewer.ReadAsync($"/api/tasks/{first.Id()}/difficulty"))[2].Amount);
        await team.Contributor.DeleteAsync($"/api/tasks/{first.Id()}").JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(5, (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/difficulty")).Number("computed"));
        await team.Viewer.GetAsync($"/api/tasks/{first.Id()}/difficulty").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Sub_tasks_that_come_to_more_than_the_estimate_count_instead_of_it()
    {
        var task = await team.TaskAsync(new { estimateMinutes = 60 });
        await team.TaskAsync(new { parentId = task.Id(), estimateMinutes = 1_000 });
        await team.TaskAsync(new { parentId = task.Id(), estimateMinutes = 3_800 });
        await team.TaskAsync(new { parentId = task.Id(), estimateMinutes = 9_000, status = "cancelled" });

        var difficulty = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/difficulty");
        Assert.Equal([("estimate", 4_800, 4), ("parts", 3, 1), ("dependencies", 0, 0), ("people", 0, 0)], FactorsOf(difficulty));

        // A query asks for the same.
        var found = await team.Viewer.ReadAsync($"/api/tasks?query=parent%20is%20empty%20and%20computedDifficulty%20%3D%206&projectId={team.ProjectId}");
        Assert.Contains(task.Id(), found.GetProperty("items").EnumerateArray().Select(t => t.Id()));
    }

    private static List<(string Name, int Amount, int Points)> FactorsOf(JsonElement difficulty) =>
        [.. difficulty.GetProperty("factors").EnumerateArray().Select(f => (f.Text("name"), f.Number("amount"), f.Number("points")))];

    private Task<JsonElement> DependAsync(JsonElement task, JsonElement other, string type) =>
        team.Contributor.PostAsync($"/api/tasks/{task.Id()}/dependencies", new { taskId = other.Id(), type }).JsonAsync(HttpStatusCode.Created);
}
