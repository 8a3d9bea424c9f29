using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Reactions;

public sealed class MakeMembersGuestsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Members_of_a_project_become_guests_and_members_of_the_workspace_stay_what_they_are()
    {
        var workspace = (await places.WorkspaceAsync((places.Manager, "member"))).Id();
        var project = await places.TeamProjectAsync(workspaceId: workspace);
        await Eventually.GetAsync(() => RolesAsync(), roles => roles == "owner member guest guest");

        await places.Owner.DeleteAsync($"{project}/members/{places.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await places.Owner.PostAsync($"{project}/members", new { userId = places.Viewer.Id }).JsonAsync(HttpStatusCode.Created);
        await places.Api.ToldAsync(
            "project:" + project.Split('/')[^1], "project.created", "member.added", "member.added", "member.added", "member.removed", "member.added");
        Assert.Equal("owner member guest guest", await RolesAsync());
        await places.Viewer.ReadAsync($"/api/users/{places.Contributor.Id}");

        async Task<string> RolesAsync() => string.Join(' ', (await places.Owner.ReadAsync($"/api/workspaces/{workspace}/members")).Items().Select(m => m.Text("role")));
    }

    [Fact]
    public async Task A_personal_workspace_takes_guests_too()
    {
        var person = await places.Api.RegisterAsync("Gus");
        var project = await person.PostAsync("/api/projects", new { name = "Mine" }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync($"/api/projects/{project.Id()}/members", new { userId = places.Stranger.Id }).JsonAsync(HttpStatusCode.Created);
        await places.Api.ToldAsync($"workspace:{person.Id}", "workspace.created", "workspace.member_added");
        Assert.Equal("guest", (await places.Stranger.ReadAsync($"/api/workspaces/{person.Id}")).Text("role"));
    }
}
