using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Members;

public sealed class ChangeProjectMemberTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_member_gets_another_role_at_once()
    {
        var path = await places.TeamProjectAsync();
        var changed = await places.Manager.PutAsync($"{path}/members/{places.Viewer.Id}", new { role = "manager" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((places.Viewer.Id, "Vera", "manager", "active"), (changed.Id("userId"), changed.Text("displayName"), changed.Text("role"), changed.Text("state")));
        await places.Viewer.PatchAsync(path, new { name = "Mine now" }).JsonAsync(HttpStatusCode.OK);
        await places.Api.ToldAsync(
            "project:" + path.Split('/')[^1], "project.created", "member.added", "member.added", "member.added", "member.changed", "project.updated");
    }

    [Fact]
    public async Task The_same_role_again_changes_nothing()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.PutAsync($"{path}/members/{places.Viewer.Id}", new { role = "viewer" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(4, (await places.Owner.ReadAsync(path)).Version());
    }

    [Fact]
    public async Task The_last_owner_stays_one_until_there_is_another()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.PutAsync($"{path}/members/{places.Owner.Id}", new { role = "viewer" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "last_owner");
        await places.Owner.PutAsync($"{path}/members/{places.Manager.Id}", new { role = "owner" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(places.Owner.Id, (await places.Owner.ReadAsync(path)).Id("ownerId"));
        await places.Owner.PutAsync($"{path}/members/{places.Owner.Id}", new { role = "viewer" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(places.Manager.Id, (await places.Viewer.ReadAsync(path)).Id("ownerId"));
    }

    [Fact]
    public async Task Only_owners_touch_what_owners_are()
    {
        var path = await places.TeamProjectAsync();
        await places.Manager.PutAsync($"{path}/members/{places.Manager.Id}", new { role = "owner" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Manager.PutAsync($"{path}/members/{places.Owner.Id}", new { role = "viewer" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Contributor.PutAsync($"{path}/members/{places.Viewer.Id}", new { role = "contributor" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PutAsync($"{path}/members/{places.Viewer.Id}", new { role = "contributor" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PutAsync($"{path}/members/{places.Stranger.Id}", new { role = "viewer" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PutAsync($"{path}/members/{places.Viewer.Id}", new { role = "king" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Owner.PutAsync($"{path}/members/{places.Viewer.Id}", new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }
}
