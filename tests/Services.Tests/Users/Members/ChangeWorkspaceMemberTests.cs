using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Members;

public sealed class ChangeWorkspaceMemberTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_member_gets_another_role_and_the_same_again_changes_nothing()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Viewer, "guest"))).Id()}";
        var changed = await places.Owner.PutAsync($"{path}/members/{places.Viewer.Id}", new { role = "admin" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((places.Viewer.Id, "Vera", "admin"), (changed.Id("userId"), changed.Text("displayName"), changed.Text("role")));
        await places.Owner.PutAsync($"{path}/members/{places.Viewer.Id}", new { role = "admin" }).JsonAsync(HttpStatusCode.OK);
        await places.Viewer.PatchAsync(path, new { name = "Mine now" }).JsonAsync(HttpStatusCode.OK);
        await places.Api.ToldAsync(
            $"workspace:{path.Split('/')[^1]}", "workspace.created", "workspace.member_added", "workspace.member_changed", "workspace.updated");
    }

    [Fact]
    public async Task The_last_owner_stays_one_until_there_is_another()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Viewer, "member"))).Id()}/members";
        await places.Owner.PutAsync($"{path}/{places.Owner.Id}", new { role = "member" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "last_owner");
        await places.Owner.PutAsync($"{path}/{places.Viewer.Id}", new { role = "owner" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("member", (await places.Owner.PutAsync($"{path}/{places.Owner.Id}", new { role = "member" }).JsonAsync(HttpStatusCode.OK)).Text("role"));
    }

    [Fact]
    public async Task Only_owners_touch_what_owners_are()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Manager, "admin"), (places.Contributor, "member"))).Id()}/members";
        await places.Manager.PutAsync($"{path}/{places.Manager.Id}", new { role = "owner" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Manager.PutAsync($"{path}/{places.Owner.Id}", new { role = "guest" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Contributor.PutAsync($"{path}/{places.Contributor.Id}", new { role = "admin" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PutAsync($"{path}/{places.Contributor.Id}", new { role = "guest" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PutAsync($"{path}/{places.Stranger.Id}", new { role = "guest" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PutAsync($"{path}/{places.Contributor.Id}", new { role = "king" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Owner.PutAsync($"{path}/{places.Contributor.Id}", new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }
}
