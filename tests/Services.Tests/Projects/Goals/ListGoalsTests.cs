using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Goals;

public sealed class ListGoalsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task The_progress_of_a_goal_counts_every_task_once_that_is_linked_to_it_or_to_goals_below()
    {
        var (first, second) = (await places.OwnProjectAsync("First"), await places.OwnProjectAsync("Second"));
        var (own, other) = (await MilestoneAsync(first.Id()), await MilestoneAsync(second.Id()));
        var top = await GoalAsync(new { name = "Open", projectIds = new[] { first.Id() } });
        var below = await GoalAsync(new { name = "Bake", parentId = top.Id(), projectIds = new[] { first.Id() }, milestoneIds = new[] { own, other } });
        var empty = await GoalAsync(new { name = "Rest" });
        await TaskAsync(first.Id(), new { status = "done", milestoneId = own });
        await TaskAsync(first.Id(), new { });
        await TaskAsync(first.Id(), new { status = "cancelled" });
        await TaskAsync(second.Id(), new { status = "done", milestoneId = other });
        await TaskAsync(second.Id(), new { milestoneId = other });
        // Not linked: of the second project only a milestone counts.
        await TaskAsync(second.Id(), new { });

        var goals = await Eventually.GetAsync(() => ListAsync(""), all => ProgressOf(all.Single(g => g.Id() == top.Id())) == (2, 4, 50));
        Assert.Equal((2, 4, 50), ProgressOf(goals.Single(g => g.Id() == below.Id())));
        Assert.Equal((0, 0, 0), ProgressOf(goals.Single(g => g.Id() == empty.Id())));
        Assert.Equal(
            [("project", first.Id(), first.Id(), "First", (1, 2, 50)), ("milestone", own, first.Id(), "Beta", (1, 1, 100)), ("milestone", other, second.Id(), "Beta", (1, 2, 50))],
            goals.Single(g => g.Id() == below.Id()).GetProperty("links").EnumerateArray().Select(l => (l.Text("kind"), l.Id(), l.Id("projectId"), l.Text("name"), ProgressOf(l))));
        Assert.Equal(goals[0].GetRawText(), (await places.Owner.ReadAsync($"/api/goals/{goals[0].Id()}")).GetRawText());

        Assert.Equal([below.Id()], (await ListAsync($"&parentId={top.Id()}")).Select(g => g.Id()));
        Assert.Equal(new[] { empty.Id(), top.Id() }, (await ListAsync("&parentId=none")).Select(g => g.Id()));
        var page = await places.Owner.ReadAsync($"/api/goals?workspaceId={places.WorkspaceId}&limit=2&sort=createdAt");
        Assert.Equal([top.Id(), below.Id()], page.Items().Select(g => g.Id()));
        Assert.Equal([empty.Id()], (await ListAsync($"&sort=createdAt&cursor={page.Text("nextCursor")}")).Select(g => g.Id()));
        await places.Owner.GetAsync("/api/goals?parentId=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Owner.GetAsync("/api/goals?sort=name").ProblemAsync(HttpStatusCode.BadRequest, "invalid");

        // What is in the trash counts for nothing, and again when it comes back.
        await places.Owner.DeleteAsync($"/api/projects/{second.Id()}").JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal((1, 2, 50), ProgressOf(await places.Owner.ReadAsync($"/api/goals/{top.Id()}")));
        await places.Owner.PostAsync($"/api/projects/{second.Id()}/restore").JsonAsync(HttpStatusCode.OK);
        Assert.Equal((2, 4, 50), ProgressOf(await places.Owner.ReadAsync($"/api/goals/{top.Id()}")));
    }

    [Fact]
    public async Task Whoever_is_in_the_workspace_sees_its_goals_and_of_their_links_only_what_is_theirs_to_see()
    {
        var workspace = await places.WorkspaceAsync((places.Manager, "member"));
        var (hidden, shared) = (await places.OwnProjectAsync("Hidden", workspace.Id()), await places.OwnProjectAsync("Shared", workspace.Id()));
        await places.Owner.PostAsync($"/api/projects/{shared.Id()}/members", new { userId = places.Viewer.Id, role = "viewer" }).JsonAsync(HttpStatusCode.Created);
        await TaskAsync(hidden.Id(), new { status = "done" });
        var goal = await GoalAsync(new { name = "Grow", workspaceId = workspace.Id(), projectIds = new[] { hidden.Id(), shared.Id() } });

        // The viewer of one project is a guest of the workspace.
        var seen = await Eventually.GetAsync(
            async () => (await places.Viewer.ReadAsync($"/api/goals?workspaceId={workspace.Id()}")).Items(), items => items.Count == 1);
        Assert.Equal([shared.Id()], Ids(seen[0], "projectIds"));
        Assert.Equal((1, (1, 1, 100)), (seen[0].Number("hiddenLinkCount"), ProgressOf(seen[0])));
        await places.Viewer.PatchAsync($"/api/goals/{goal.Id()}", new { name = "Mine" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.GetAsync($"/api/goals/{goal.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await places.Stranger.ReadAsync($"/api/goals?workspaceId={workspace.Id()}")).Items());

        // A member who sees neither project clears the links that they see: none.
        var kept = await places.Manager.PatchAsync($"/api/goals/{goal.Id()}", new { name = "Grow more", projectIds = Array.Empty<Guid>() }).JsonAsync();
        Assert.Equal((0, 2, "Grow more"), (Ids(kept, "projectIds").Length, kept.Number("hiddenLinkCount"), kept.Text("name")));
        await places.Manager.PatchAsync($"/api/goals/{goal.Id()}", new { milestoneIds = new[] { await MilestoneAsync(hidden.Id()) } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal([hidden.Id(), shared.Id()], Ids(await places.Owner.ReadAsync($"/api/goals/{goal.Id()}"), "projectIds"));
    }

    private static (int, int, int) ProgressOf(JsonElement goal)
    {
        var progress = goal.GetProperty("progress");
        return (progress.Number("done"), progress.Number("total"), progress.Number("percent"));
    }

    private static Guid[] Ids(JsonElement goal, string links) => [.. goal.GetProperty(links).EnumerateArray().Select(id => id.GetGuid())];

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string query) => (await places.Owner.ReadAsync($"/api/goals?workspaceId={places.WorkspaceId}{query}")).Items();

    private async Task<JsonElement> GoalAsync(object members)
    {
        var body = JsonSerializer.SerializeToNode(members)!.AsObject();
        body["workspaceId"] ??= places.WorkspaceId.ToString();
        return await places.Owner.PostAsync("/api/goals", body).JsonAsync(HttpStatusCode.Created);
    }

    private async Task<Guid> MilestoneAsync(Guid project) =>
        (await places.Owner.PostAsync($"/api/projects/{project}/milestones", new { name = "Beta" }).JsonAsync(HttpStatusCode.Created)).Id();

    private async Task TaskAsync(Guid project, object members)
    {
        var body = JsonSerializer.SerializeToNode(members)!.AsObject();
        (body["projectId"], body["title"]) = (project.ToString(), "A task");
        await places.Owner.PostAsync("/api/tasks", body).JsonAsync(HttpStatusCode.Created);
    }
}
