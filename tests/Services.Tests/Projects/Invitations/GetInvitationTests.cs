using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Invitations;

public sealed class GetInvitationTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Whoever_holds_the_link_reads_the_invitation()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync("Voyage")).Id()}";
        var invitation = await places.InvitationAsync(path, "viewer");
        using var anonymous = places.Api.Anonymous();
        using var answer = await anonymous.GetAsync(new Uri($"/api/invitations/{invitation.Text("invitationLink").Split('/')[^1]}", UriKind.Relative));
        var read = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(["projectName", "inviterName", "email", "expiresAt"], read.Names());
        Assert.Equal(("Voyage", "Olga", invitation.Text("email")), (read.Text("projectName"), read.Text("inviterName"), read.Text("email")));
        Assert.Equal(invitation.Text("expiresAt"), read.Text("expiresAt"));
    }

    [Fact]
    public async Task A_link_to_nothing_is_not_found_whatever_the_reason()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        var token = await places.InviteAsync(path, "viewer");
        await places.Stranger.GetAsync("/api/invitations/nonsense").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.GetAsync($"/api/invitations/{token[..^4]}AAAA").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        await places.Stranger.GetAsync($"/api/invitations/{token}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
