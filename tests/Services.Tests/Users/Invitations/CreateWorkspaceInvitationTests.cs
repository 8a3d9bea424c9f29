using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Users;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Invitations;

public sealed class CreateWorkspaceInvitationTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task An_address_gets_a_link_for_seven_days_with_or_without_an_account()
    {
        var path = await NewAsync();
        var invited = await places.Manager.PostAsync($"{path}/invitations", new { email = places.Viewer.Email, role = "admin" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("invited", "admin", places.Viewer.Email), (invited.Text("state"), invited.Text("role"), invited.Text("email")));
        Assert.StartsWith($"{places.Api.Address.GetLeftPart(UriPartial.Authority)}/workspace-invitations/", invited.Text("invitationLink"), StringComparison.Ordinal);
        Assert.InRange(invited.GetProperty("expiresAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(6.9), TimeSpan.FromDays(7));
        Assert.Equal("member", (await places.Manager.PostAsync($"{path}/invitations", new { email = Places.NewAddress() }).JsonAsync(HttpStatusCode.Created)).Text("role"));
    }

    [Fact]
    public async Task The_link_is_mailed()
    {
        var (path, address) = (await NewAsync(), Places.NewAddress());
        var invited = await places.Manager.PostAsync($"{path}/invitations", new { email = address }).JsonAsync(HttpStatusCode.Created);
        var letter = await places.Api.LetterToAsync(address);
        Assert.Contains($"Subject: {places.Manager.Name} invites you to the workspace", letter, StringComparison.Ordinal);
        Assert.EndsWith("/" + Letters.InvitationIn(letter), invited.Text("invitationLink"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inviting_an_address_again_makes_the_earlier_link_worthless()
    {
        var path = await NewAsync();
        var email = Places.NewAddress();
        var first = await places.Owner.PostAsync($"{path}/invitations", new { email }).JsonAsync(HttpStatusCode.Created);
        var second = await places.Owner.PostAsync($"{path}/invitations", new { email = email.ToUpperInvariant() }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(first.Id("invitationId"), second.Id("invitationId"));
        await places.Viewer.PostAsync($"/api/workspace-invitations/{first.Text("invitationLink").Split('/')[^1]}/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.PostAsync($"/api/workspace-invitations/{second.Text("invitationLink").Split('/')[^1]}/accept").JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_members_and_missing_rights_are_refused()
    {
        var path = await NewAsync();
        foreach (var wrong in new object[] { new { }, new { email = "no address" }, new { email = Places.NewAddress(), role = "king" } })
        {
            await places.Owner.PostAsync($"{path}/invitations", wrong).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        await places.Manager.PostAsync($"{path}/invitations", new { email = Places.NewAddress(), role = "owner" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Contributor.PostAsync($"{path}/invitations", new { email = Places.NewAddress() }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync($"{path}/invitations", new { email = Places.NewAddress() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Identity_learns_whether_an_invitation_waits_for_an_address()
    {
        await using var scope = places.Api.Services.CreateAsyncScope();
        var (workspaces, projects) = (scope.ServiceProvider.GetRequiredService<IWorkspaceInvitations>(), scope.ServiceProvider.GetRequiredService<IProjectInvitations>());
        var (ofWorkspace, ofProject) = (Places.NewAddress(), Places.NewAddress());
        Assert.False(await workspaces.IsInvitedAsync(ofWorkspace, CancellationToken.None) || await projects.IsInvitedAsync(ofProject, CancellationToken.None));

        await places.Owner.PostAsync($"{await NewAsync()}/invitations", new { email = ofWorkspace }).JsonAsync(HttpStatusCode.Created);
        var project = await places.Owner.PostAsync("/api/projects", new { name = "Bridge" }).JsonAsync(HttpStatusCode.Created);
        await places.Owner.PostAsync($"/api/projects/{project.Id()}/members", new { email = ofProject, role = "viewer" }).JsonAsync(HttpStatusCode.Created);

        Assert.True(await workspaces.IsInvitedAsync(ofWorkspace, CancellationToken.None));
        Assert.True(await projects.IsInvitedAsync(ofProject, CancellationToken.None));
        Assert.False(await workspaces.IsInvitedAsync(ofProject, CancellationToken.None));
    }

    private async Task<string> NewAsync() => $"/api/workspaces/{(await places.WorkspaceAsync((places.Manager, "admin"), (places.Contributor, "member"))).Id()}";

    [Fact]
    public async Task Who_belongs_to_the_workspace_already_is_not_invited()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Viewer, "guest"))).Id()}";
        await places.Owner.PostAsync($"{path}/invitations", new { email = places.Viewer.Email.ToUpperInvariant() }).ProblemAsync(HttpStatusCode.Conflict, "already_member");
        await places.Owner.PostAsync($"{path}/invitations", new { email = places.Stranger.Email }).JsonAsync(HttpStatusCode.Created);
    }
}
