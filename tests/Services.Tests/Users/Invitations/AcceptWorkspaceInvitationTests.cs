using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Invitations;

public sealed class AcceptWorkspaceInvitationTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Whoever_holds_the_link_reads_it_and_comes_in_once()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync()).Id()}";
        var invitation = await places.InvitationAsync(path, "admin");
        var link = "/api/workspace-invitations/" + invitation.Text("invitationLink").Split('/')[^1];
        using var anonymous = places.Api.Anonymous();
        var read = await anonymous.GetAsync(new Uri(link, UriKind.Relative)).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(["workspaceName", "inviterName", "email", "expiresAt"], read.Names());
        Assert.Equal(("Workspace", "Olga", invitation.Text("email")), (read.Text("workspaceName"), read.Text("inviterName"), read.Text("email")));
        await anonymous.PostAsync(new Uri(link + "/accept", UriKind.Relative), null).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_token");

        var joined = await places.Stranger.PostAsync(link + "/accept").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("admin", 2), (joined.Text("role"), joined.Number("memberCount")));
        Assert.Equal(joined.GetRawText(), (await places.Stranger.ReadAsync(path)).GetRawText());
        await places.Viewer.PostAsync(link + "/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.GetAsync(link).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Api.ToldAsync($"workspace:{joined.Id()}", "workspace.created", "workspace.member_added");
    }

    [Fact]
    public async Task A_guest_rises_by_an_invitation_and_nobody_falls()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Viewer, "guest"), (places.Manager, "admin"))).Id()}";
        Assert.Equal("member", (await AcceptAsync(places.Viewer, "member")).Text("role"));
        Assert.Equal("admin", (await AcceptAsync(places.Manager, "guest")).Text("role"));
        await places.Api.ToldAsync(
            $"workspace:{path.Split('/')[^1]}", "workspace.created", "workspace.member_added", "workspace.member_added", "workspace.member_changed");

        async Task<System.Text.Json.JsonElement> AcceptAsync(Person person, string role) =>
            await person.PostAsync($"/api/workspace-invitations/{await places.InviteAsync(path, role)}/accept").JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_some_who_use_one_link_at_once_one_comes_in()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync()).Id()}";
        var token = await places.InviteAsync(path, "member");
        var answers = await Task.WhenAll(
            new[] { places.Viewer, places.Contributor, places.Stranger }.Select(p => p.PostAsync($"/api/workspace-invitations/{token}/accept")));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(2, (await places.Owner.ReadAsync(path)).Number("memberCount"));
    }

    [Fact]
    public async Task What_has_run_out_or_never_was_is_not_found()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync()).Id()}";
        var token = await places.InviteAsync(path, "member");
        await places.Api.QueryAsync<Guid>(
            "users", $"update workspace_invitation set expires_at = now() - interval '1 second' where workspace_id = '{path.Split('/')[^1]}' returning id");
        foreach (var none in new[] { token, "nonsense", token[..^4] + "AAAA" })
        {
            await places.Stranger.GetAsync($"/api/workspace-invitations/{none}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
            await places.Stranger.PostAsync($"/api/workspace-invitations/{none}/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task A_full_workspace_takes_nobody_in()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync()).Id()}";
        var token = await places.InviteAsync(path, "member");
        await places.FillWorkspaceAsync(path, members: 5_000);
        await places.Stranger.PostAsync($"/api/workspace-invitations/{token}/accept").ProblemAsync(HttpStatusCode.UnprocessableEntity, "too_many_members");
        await places.Owner.PostAsync($"{path}/invitations", new { email = Places.NewAddress() }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "too_many_members");
    }
}
