using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Goals;

public sealed class DeleteGoalTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Goals_below_a_deleted_one_contribute_to_the_one_above()
    {
        var workspace = await places.WorkspaceAsync((places.Manager, "member"), (places.Contributor, "member"));
        var top = await GoalAsync(places.Owner, "Top");
        var middle = await GoalAsync(places.Manager, "Middle", top);
        var bottom = await GoalAsync(places.Manager, "Bottom", middle);
        await places.Contributor.DeleteAsync($"/api/goals/{middle}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        await places.Manager.DeleteAsync($"/api/goals/{middle}").JsonAsync(HttpStatusCode.NoContent);

        await places.Manager.DeleteAsync($"/api/goals/{middle}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        var left = await places.Owner.ReadAsync($"/api/goals/{bottom}");
        Assert.Equal((top, 2L), (left.Id("parentId"), left.Version()));
        await places.Api.ToldAsync($"goal:{bottom}", "goal.created", "goal.updated");
        await places.Api.ToldAsync($"goal:{middle}", "goal.created", "goal.deleted");
        // An admin of the workspace deletes any goal; the workspace takes the rest with it.
        await places.Owner.DeleteAsync($"/api/goals/{bottom}").JsonAsync(HttpStatusCode.NoContent);
        await places.Owner.DeleteAsync($"/api/workspaces/{workspace.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(() => places.Api.QueryAsync<long>("projects", $"select count(*) from goal where id = '{top}'"), count => count == 0);

        async Task<Guid> GoalAsync(Person by, string name, Guid? parentId = null) =>
            (await by.PostAsync("/api/goals", new { name, parentId, workspaceId = workspace.Id() }).JsonAsync(HttpStatusCode.Created)).Id();
    }
}
