using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Members;

public sealed class ListProjectMembersTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Members_stand_in_the_order_in_which_they_joined()
    {
        var path = await places.TeamProjectAsync();
        var members = (await places.Viewer.ReadAsync($"{path}/members")).Items();
        Assert.Equal(["Olga", "Mira", "Cem", "Vera"], members.Select(m => m.Text("displayName")));
        Assert.Equal(["owner", "manager", "contributor", "viewer"], members.Select(m => m.Text("role")));
        Assert.Equal(members[1].GetRawText(), (await places.Viewer.ReadAsync($"{path}/members/{places.Manager.Id}")).GetRawText());
        await places.Viewer.GetAsync($"{path}/members/{places.Stranger.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.GetAsync($"{path}/members").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.GetAsync($"{path}/members/{places.Viewer.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Open_invitations_stand_behind_for_those_who_manage_members()
    {
        var path = await places.TeamProjectAsync();
        await places.InvitationAsync(path, "viewer");
        var ended = await places.InvitationAsync(path, "viewer");
        await places.Api.QueryAsync<Guid>(
            "projects", $"update invitation set expires_at = now() - interval '1 second' where id = '{ended.Id("invitationId")}' returning id");
        Assert.Equal(["active", "active", "active", "active", "invited"], (await places.Manager.ReadAsync($"{path}/members")).Items().Select(m => m.Text("state")));
        Assert.Equal(4, (await places.Contributor.ReadAsync($"{path}/members")).Items().Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_even_when_the_last_of_a_page_has_left()
    {
        var path = await places.TeamProjectAsync();
        var first = await places.Owner.ReadAsync($"{path}/members?limit=2");
        Assert.Equal(["Olga", "Mira"], first.Items().Select(m => m.Text("displayName")));
        await places.Owner.DeleteAsync($"{path}/members/{places.Manager.Id}").JsonAsync(HttpStatusCode.NoContent);
        var second = await places.Owner.ReadAsync($"{path}/members?limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal(["Cem", "Vera"], second.Items().Select(m => m.Text("displayName")));
        Assert.True(second.IsNull("nextCursor"));
    }

    [Fact]
    public async Task Pages_go_on_from_members_to_invitations()
    {
        var path = await places.TeamProjectAsync();
        var first = await places.InvitationAsync(path, "viewer");
        var second = await places.InvitationAsync(path, "viewer");
        var names = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await places.Owner.ReadAsync($"{path}/members?limit=1{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
            names.Add(Assert.Single(page.Items()).Text("displayName"));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.Equal(["Olga", "Mira", "Cem", "Vera", first.Text("email"), second.Text("email")], names);
    }

    [Fact]
    public async Task A_wrong_limit_or_cursor_is_refused()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}/members";
        await places.Owner.GetAsync($"{path}?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Owner.GetAsync($"{path}?limit=201").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Owner.GetAsync($"{path}?cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }
}
