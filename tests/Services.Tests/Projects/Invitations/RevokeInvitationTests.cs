using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Invitations;

public sealed class RevokeInvitationTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task The_link_of_a_revoked_invitation_opens_nothing()
    {
        var path = await places.TeamProjectAsync();
        var invitation = await places.InvitationAsync(path, "viewer");
        var address = $"{path}/invitations/{invitation.Id("invitationId")}";
        await places.Manager.DeleteAsync(address).JsonAsync(HttpStatusCode.NoContent);
        await places.Manager.DeleteAsync(address).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.PostAsync($"/api/invitations/{invitation.Text("invitationLink").Split('/')[^1]}/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Only_those_who_manage_the_project_take_one_back()
    {
        var path = await places.TeamProjectAsync();
        var other = await places.TeamProjectAsync();
        var id = (await places.InvitationAsync(path, "viewer")).Id("invitationId");
        await places.Contributor.DeleteAsync($"{path}/invitations/{id}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.DeleteAsync($"{path}/invitations/{id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.DeleteAsync($"{other}/invitations/{id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(5, (await places.Owner.ReadAsync($"{path}/members")).Items().Count);
    }
}
