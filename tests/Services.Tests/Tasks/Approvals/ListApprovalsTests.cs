using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Approvals;

public sealed class ListApprovalsTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Requests_are_listed_the_latest_first_and_read_one_by_one()
    {
        var task = $"/api/tasks/{(await team.TaskAsync(projectId: await api.GuardedProjectAsync(team))).Id()}";
        var first = await team.Contributor.PostAsync($"{task}/approvals", new { status = "done" }).JsonAsync(HttpStatusCode.Created);
        await team.Manager.PostAsync($"{task}/approvals/{first.Id()}/reject").JsonAsync();
        await team.Owner.PostAsync($"{task}/approvals/{first.Id()}/reject").JsonAsync();
        var second = await team.Contributor.PostAsync($"{task}/approvals", new { status = "done" }).JsonAsync(HttpStatusCode.Created);

        var page = await team.Viewer.ReadAsync($"{task}/approvals?limit=1");
        Assert.Equal(second.GetRawText(), Assert.Single(page.Items()).GetRawText());
        var rest = await team.Viewer.ReadAsync($"{task}/approvals?limit=1&cursor={page.Text("nextCursor")}");
        Assert.Equal(first.Id(), Assert.Single(rest.Items()).Id());
        Assert.True(rest.IsNull("nextCursor"));
        Assert.Equal(second.GetRawText(), (await team.Viewer.ReadAsync($"{task}/approvals/{second.Id()}")).GetRawText());

        await team.Viewer.GetAsync($"{task}/approvals?cursor=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await team.Viewer.GetAsync($"{task}/approvals/{Guid.CreateVersion7()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync($"{task}/approvals").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync($"{task}/approvals/{second.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
