using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Goals;

public sealed class EditGoalTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_patch_changes_what_it_names_and_a_put_gives_the_rest_its_default()
    {
        var project = await places.OwnProjectAsync();
        var goal = await GoalAsync("Open", new { description = "kept", dueDate = "2026-04-01" });
        var path = $"/api/goals/{goal.Id()}";
        var linked = await places.Owner.PatchAsync(path, new { projectIds = new[] { project.Id() }, dueDate = (string?)null }).JsonAsync();
        Assert.Equal(("kept", 1, 2L), (linked.Text("description"), linked.GetProperty("projectIds").GetArrayLength(), linked.Version()));
        Assert.True(linked.IsNull("dueDate"));
        Assert.Equal(2L, (await places.Owner.PatchAsync(path, new { name = "Open" }).JsonAsync()).Version());
        var replaced = await places.Owner.PutAsync(path, new { name = "Opened" }).JsonAsync();
        Assert.Equal(("", 0, places.Owner.Id), (replaced.Text("description"), replaced.GetProperty("projectIds").GetArrayLength(), replaced.Id("ownerId")));
        await places.Owner.SendAsync(HttpMethod.Patch, path, new { name = "Late" }, ("If-Match", "\"2\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Api.ToldAsync($"goal:{goal.Id()}", "goal.created", "goal.updated", "goal.updated");
    }

    [Fact]
    public async Task No_goal_contributes_to_itself_and_goals_stand_ten_deep_at_most()
    {
        var chain = new List<JsonElement> { await GoalAsync("Level 1") };
        for (var level = 2; level <= 10; level++)
        {
            chain.Add(await GoalAsync($"Level {level}", new { parentId = chain[^1].Id() }));
        }

        var circle = await PlaceAsync(chain[0], chain[2]).ProblemAsync(HttpStatusCode.UnprocessableEntity, "goal_circle");
        Assert.Equal(["Level 1", "Level 3", "Level 2", "Level 1"], circle.GetProperty("circle").EnumerateArray().Select(n => n.GetString()));
        await PlaceAsync(chain[0], await GoalAsync("Roof")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "goals_too_deep");
        await places.Owner.PostAsync("/api/goals", new { name = "Level 11", workspaceId = places.WorkspaceId, parentId = chain[^1].Id() })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "goals_too_deep");

        var answers = await Task.WhenAll(PlaceAsync(await GoalAsync("A"), chain[0]), PlaceAsync(chain[9], chain[9]));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode));
    }

    private Task<HttpResponseMessage> PlaceAsync(JsonElement goal, JsonElement parent) => places.Owner.PatchAsync($"/api/goals/{goal.Id()}", new { parentId = parent.Id() });

    private async Task<JsonElement> GoalAsync(string name, object? members = null)
    {
        var body = JsonSerializer.SerializeToNode(members ?? new { })!.AsObject();
        (body["name"], body["workspaceId"]) = (name, places.WorkspaceId.ToString());
        return await places.Owner.PostAsync("/api/goals", body).JsonAsync(HttpStatusCode.Created);
    }
}
