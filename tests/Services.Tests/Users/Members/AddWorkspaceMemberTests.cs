using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Members;

public sealed class AddWorkspaceMemberTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_member_is_added_by_id_or_address_and_answered_whole()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync()).Id()}";
        using var answer = await places.Owner.PostAsync($"{path}/members", new { userId = places.Viewer.Id, role = "guest" });
        var member = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal($"{path}/members/{places.Viewer.Id}", answer.Headers.Location?.ToString());
        Assert.Equal(["userId", "displayName", "avatarUrl", "email", "role", "state", "joinedAt"], member.Names());
        Assert.Equal((places.Viewer.Id, "Vera", "guest", "active"), (member.Id("userId"), member.Text("displayName"), member.Text("role"), member.Text("state")));
        var second = await places.Owner.PostAsync($"{path}/members", new { email = places.Contributor.Email.ToUpperInvariant() }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal((places.Contributor.Id, "member"), (second.Id("userId"), second.Text("role")));
        Assert.Equal(3, (await places.Viewer.ReadAsync(path)).Number("memberCount"));
        await places.Api.ToldAsync($"workspace:{path.Split('/')[^1]}", "workspace.created", "workspace.member_added", "workspace.member_added");
    }

    [Fact]
    public async Task Somebody_who_has_just_registered_is_found_by_their_address()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync()).Id()}";
        var person = await places.Api.RegisterAsync("Fresh");
        var member = await places.Owner.PostAsync($"{path}/members", new { email = person.Email }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal((person.Id, "active"), (member.Id("userId"), member.Text("state")));
    }

    [Fact]
    public async Task An_address_without_an_account_is_invited()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync()).Id()}";
        var invited = await places.InvitationAsync(path, "guest");
        Assert.Equal(("invited", "guest"), (invited.Text("state"), invited.Text("role")));
        Assert.True(invited.IsNull("userId"));
        Assert.Contains("/workspace-invitations/", invited.Text("invitationLink"), StringComparison.Ordinal);
        Assert.Equal(1, (await places.Owner.ReadAsync(path)).Number("memberCount"));
    }

    [Fact]
    public async Task A_wrong_request_is_refused()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Viewer, "member"))).Id()}/members";
        foreach (var body in new object[]
        {
            new { }, new { userId = places.Stranger.Id, email = places.Stranger.Email }, new { userId = places.Stranger.Id, role = "king" }, new { email = "no address" },
        })
        {
            await places.Owner.PostAsync(path, body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        await places.Owner.PostAsync(path, new { userId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PostAsync(path, new { userId = places.Viewer.Id }).ProblemAsync(HttpStatusCode.Conflict, "already_member");
    }

    [Fact]
    public async Task Admins_add_everybody_but_owners()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Manager, "admin"), (places.Contributor, "member"))).Id()}/members";
        var body = new { userId = places.Viewer.Id, role = "owner" };
        await places.Stranger.PostAsync(path, body).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Contributor.PostAsync(path, new { userId = places.Viewer.Id }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Manager.PostAsync(path, body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Owner.PostAsync(path, body).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_personal_workspace_has_guests_and_members_but_one_owner()
    {
        var person = await places.Api.RegisterAsync("Pim");
        var path = $"/api/workspaces/{person.Id}/members";
        await person.PostAsync(path, new { userId = places.Viewer.Id, role = "owner" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "personal_workspace");
        await person.PostAsync(path, new { userId = places.Viewer.Id, role = "member" }).JsonAsync(HttpStatusCode.Created);
        await person.PutAsync($"{path}/{places.Viewer.Id}", new { role = "owner" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "personal_workspace");
    }
}
