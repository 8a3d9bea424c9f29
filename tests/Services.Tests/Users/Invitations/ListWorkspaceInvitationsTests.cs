using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Invitations;

public sealed class ListWorkspaceInvitationsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Open_invitations_are_listed_without_links_until_they_are_taken_back()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync()).Id()}";
        var first = await places.InvitationAsync(path, "member");
        var second = await places.InvitationAsync(path, "guest");
        var listed = (await places.Owner.ReadAsync($"{path}/invitations")).Items();
        Assert.Equal([first.Text("email"), second.Text("email")], listed.Select(i => i.Text("email")));
        Assert.All(listed, i => Assert.False(i.TryGetProperty("invitationLink", out _)));

        await places.Owner.DeleteAsync($"{path}/invitations/{first.Id("invitationId")}").JsonAsync(HttpStatusCode.NoContent);
        await places.Owner.DeleteAsync($"{path}/invitations/{first.Id("invitationId")}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.PostAsync($"/api/workspace-invitations/{first.Text("invitationLink").Split('/')[^1]}/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(second.Text("email"), Assert.Single((await places.Owner.ReadAsync($"{path}/invitations")).Items()).Text("email"));
    }

    [Fact]
    public async Task Only_those_who_manage_members_see_them()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Contributor, "member"))).Id()}";
        var id = (await places.InvitationAsync(path, "member")).Id("invitationId");
        await places.Contributor.GetAsync($"{path}/invitations").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Contributor.DeleteAsync($"{path}/invitations/{id}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.GetAsync($"{path}/invitations").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.DeleteAsync($"/api/workspaces/{places.WorkspaceId}/invitations/{id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Invitations_come_in_pages_oldest_first()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync()).Id()}";
        foreach (var name in new[] { "a", "b", "c" })
        {
            await places.Owner.PostAsync($"{path}/invitations", new { email = $"{name}-{Places.NewAddress()}" }).JsonAsync(HttpStatusCode.Created);
        }

        var first = await places.Owner.ReadAsync($"{path}/invitations?limit=2");
        var rest = await places.Owner.ReadAsync($"{path}/invitations?limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal(["a", "b", "c"], first.Items().Concat(rest.Items()).Select(i => i.Text("email")[..1]));
        Assert.True(rest.IsNull("nextCursor"));
        await places.Owner.GetAsync($"{path}/invitations?cursor=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }
}
