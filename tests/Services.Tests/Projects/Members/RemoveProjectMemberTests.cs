using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Members;

public sealed class RemoveProjectMemberTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_removed_member_finds_the_project_no_more()
    {
        var path = await places.TeamProjectAsync();
        await places.Manager.DeleteAsync($"{path}/members/{places.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await places.Viewer.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Manager.DeleteAsync($"{path}/members/{places.Viewer.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(3, (await places.Owner.ReadAsync(path)).Number("memberCount"));
        await places.Api.ToldAsync("project:" + path.Split('/')[^1], "project.created", "member.added", "member.added", "member.added", "member.removed");
    }

    [Fact]
    public async Task Everybody_may_leave_but_only_managers_remove_others_and_only_owners_an_owner()
    {
        var path = await places.TeamProjectAsync();
        await places.Contributor.DeleteAsync($"{path}/members/{places.Viewer.Id}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Manager.DeleteAsync($"{path}/members/{places.Owner.Id}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.DeleteAsync($"{path}/members/{places.Stranger.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.DeleteAsync($"{path}/members/{places.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_last_owner_cannot_leave()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.DeleteAsync($"{path}/members/{places.Owner.Id}").ProblemAsync(HttpStatusCode.UnprocessableEntity, "last_owner");
        await places.Owner.PutAsync($"{path}/members/{places.Viewer.Id}", new { role = "owner" }).JsonAsync(HttpStatusCode.OK);
        await places.Owner.DeleteAsync($"{path}/members/{places.Owner.Id}").JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal((places.Viewer.Id, "owner"), await OwnerAndRoleAsync());

        async Task<(Guid, string)> OwnerAndRoleAsync()
        {
            var project = await places.Viewer.ReadAsync(path);
            return (project.Id("ownerId"), project.Text("role"));
        }
    }

    [Fact]
    public async Task Of_two_owners_who_leave_at_once_one_stays()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.PutAsync($"{path}/members/{places.Manager.Id}", new { role = "owner" }).JsonAsync(HttpStatusCode.OK);
        var answers = await Task.WhenAll(new[] { places.Owner, places.Manager }.Select(p => p.DeleteAsync($"{path}/members/{p.Id}")));
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
    }
}
