using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Members;

public sealed class ListWorkspaceMembersTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Members_stand_in_the_order_in_which_they_joined_and_invitations_behind_for_admins()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Manager, "admin"), (places.Viewer, "guest"))).Id()}";
        var invited = await places.InvitationAsync(path, "guest");
        var members = (await places.Manager.ReadAsync($"{path}/members")).Items();
        Assert.Equal(["Olga", "Mira", "Vera", invited.Text("email")], members.Select(m => m.Text("displayName")));
        Assert.Equal(["active", "active", "active", "invited"], members.Select(m => m.Text("state")));
        Assert.False(members[3].TryGetProperty("invitationLink", out _));
        Assert.Equal(3, (await places.Viewer.ReadAsync($"{path}/members")).Items().Count);
        Assert.Equal(members[1].GetRawText(), (await places.Viewer.ReadAsync($"{path}/members/{places.Manager.Id}")).GetRawText());
        await places.Viewer.GetAsync($"{path}/members/{places.Stranger.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.GetAsync($"{path}/members").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Pages_follow_each_other_even_when_the_last_of_a_page_has_left()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Manager, "admin"), (places.Contributor, "member"), (places.Viewer, "guest"))).Id()}/members";
        var first = await places.Owner.ReadAsync($"{path}?limit=2");
        Assert.Equal(["Olga", "Mira"], first.Items().Select(m => m.Text("displayName")));
        await places.Owner.DeleteAsync($"{path}/{places.Manager.Id}").JsonAsync(HttpStatusCode.NoContent);
        var second = await places.Owner.ReadAsync($"{path}?limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal(["Cem", "Vera"], second.Items().Select(m => m.Text("displayName")));
        Assert.True(second.IsNull("nextCursor"));
    }

    [Fact]
    public async Task A_wrong_limit_or_cursor_is_refused()
    {
        var path = $"/api/workspaces/{places.WorkspaceId}/members";
        await places.Owner.GetAsync($"{path}?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Owner.GetAsync($"{path}?cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }
}
