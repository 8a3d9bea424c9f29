using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Invitations;

public sealed class AcceptInvitationTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task The_link_is_the_right_whatever_the_address_and_it_works_once()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        var token = await places.InviteAsync(path, "manager");
        var project = await places.Stranger.PostAsync($"/api/invitations/{token}/accept").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("manager", 2), (project.Text("role"), project.Number("memberCount")));
        Assert.Equal(project.GetRawText(), (await places.Stranger.ReadAsync(path)).GetRawText());
        await places.Viewer.PostAsync($"/api/invitations/{token}/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.GetAsync($"/api/invitations/{token}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(2, (await places.Owner.ReadAsync($"{path}/members")).Items().Count);
        await places.Api.ToldAsync($"project:{project.Id()}", "project.created", "member.added");
    }

    [Fact]
    public async Task Of_two_who_use_one_link_at_once_one_comes_in()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        var token = await places.InviteAsync(path, "viewer");
        var answers = await Task.WhenAll(
            new[] { places.Viewer, places.Contributor, places.Manager, places.Stranger }.Select(p => p.PostAsync($"/api/invitations/{token}/accept")));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.NotFound));
        Assert.Equal(2, (await places.Owner.ReadAsync(path)).Number("memberCount"));
    }

    [Fact]
    public async Task A_member_rises_by_an_invitation_and_never_falls()
    {
        var path = await places.TeamProjectAsync();
        var risen = await places.Viewer.PostAsync($"/api/invitations/{await places.InviteAsync(path, "contributor")}/accept").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("contributor", risen.Text("role"));
        Assert.Equal("contributor", (await places.Viewer.ReadAsync(path)).Text("role"));
        var kept = await places.Manager.PostAsync($"/api/invitations/{await places.InviteAsync(path, "viewer")}/accept").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("manager", kept.Text("role"));
        Assert.Equal("manager", (await places.Manager.ReadAsync(path)).Text("role"));
    }

    [Fact]
    public async Task An_invitation_that_has_run_out_opens_nothing()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        var token = await places.InviteAsync(path, "viewer");
        await places.Api.QueryAsync<Guid>(
            "projects", $"update invitation set expires_at = now() - interval '1 second' where project_id = '{path.Split('/')[^1]}' returning id");
        await places.Stranger.PostAsync($"/api/invitations/{token}/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task An_archived_project_takes_nobody_in_and_keeps_the_invitation()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        var token = await places.InviteAsync(path, "viewer");
        await places.Owner.PostAsync($"{path}/archive").JsonAsync(HttpStatusCode.OK);
        await places.Stranger.PostAsync($"/api/invitations/{token}/accept").ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
        await places.Owner.PostAsync($"{path}/unarchive").JsonAsync(HttpStatusCode.OK);
        await places.Stranger.PostAsync($"/api/invitations/{token}/accept").JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_has_to_sign_in_first()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        using var anonymous = places.Api.Anonymous();
        await anonymous.PostAsync(new Uri($"/api/invitations/{await places.InviteAsync(path, "viewer")}/accept", UriKind.Relative), null)
            .ProblemAsync(HttpStatusCode.Unauthorized, "invalid_token");
    }

    [Fact]
    public async Task A_full_project_takes_nobody_in_and_lets_its_members_rise()
    {
        var path = await places.TeamProjectAsync();
        var (token, rise) = (await places.InviteAsync(path, "viewer"), await places.InviteAsync(path, "contributor"));
        await places.FillProjectAsync(path, members: 5_000);
        await places.Stranger.PostAsync($"/api/invitations/{token}/accept").ProblemAsync(HttpStatusCode.UnprocessableEntity, "too_many_members");
        Assert.Equal("contributor", (await places.Viewer.PostAsync($"/api/invitations/{rise}/accept").JsonAsync(HttpStatusCode.OK)).Text("role"));
    }
}
