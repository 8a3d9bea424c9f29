using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Goals;

public sealed class CreateGoalTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_goal_is_answered_whole_and_belongs_to_whoever_sets_it()
    {
        var project = await places.OwnProjectAsync();
        var goal = await places.Owner.PostAsync("/api/goals", new { name = " Open ", description = "By *spring*.", dueDate = "2026-04-01", workspaceId = places.WorkspaceId, projectIds = new[] { project.Id(), project.Id() } })
            .JsonAsync(HttpStatusCode.Created);
        Assert.Equal(
            ["id", "workspaceId", "parentId", "name", "description", "ownerId", "dueDate", "projectIds", "milestoneIds", "hiddenLinkCount", "progress", "links", "createdAt", "version"], goal.Names());
        Assert.Equal(("Open", places.Owner.Id, "2026-04-01", 1, 1L), (goal.Text("name"), goal.Id("ownerId"), goal.Text("dueDate"), goal.GetProperty("projectIds").GetArrayLength(), goal.Version()));
        await places.Api.ToldAsync($"goal:{goal.Id()}", "goal.created");
        var own = await places.Stranger.PostAsync("/api/goals", new { name = "Mine" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(places.Stranger.Id, own.Id("workspaceId"));
    }

    [Fact]
    public async Task What_is_not_there_for_the_caller_is_404()
    {
        var foreign = await places.Stranger.PostAsync("/api/projects", new { name = "Foreign" }).JsonAsync(HttpStatusCode.Created);
        var ofThem = await places.Stranger.PostAsync("/api/goals", new { name = "Theirs" }).JsonAsync(HttpStatusCode.Created);
        foreach (var wrong in new object[]
        {
            new { name = "X", workspaceId = foreign.Id("workspaceId") },
            new { name = "X", projectIds = new[] { foreign.Id() } },
            new { name = "X", milestoneIds = new[] { Guid.CreateVersion7() } },
            new { name = "X", parentId = ofThem.Id() },
            new { name = "X", ownerId = places.Stranger.Id },
        })
        {
            await places.Owner.PostAsync("/api/goals", wrong).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        // A project of another workspace of one's own is none of this one.
        var elsewhere = await places.OwnProjectAsync("Elsewhere", places.Owner.Id);
        await places.Owner.PostAsync("/api/goals", new { name = "X", workspaceId = places.WorkspaceId, projectIds = new[] { elsewhere.Id() } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PostAsync("/api/goals", new { name = " " }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }
}
