using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Reactions;

public sealed class FollowWorkspacesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Projects_take_the_time_zone_of_their_workspace()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        var project = (await places.OwnProjectAsync(workspaceId: workspace)).Id();
        await places.Owner.PatchAsync($"/api/workspaces/{workspace}", new { timeZone = "Asia/Tokyo" }).JsonAsync(HttpStatusCode.OK);
        await places.Api.ToldAsync($"project:{project}", "project.created", "project.updated");
        Assert.Equal("Asia/Tokyo", await places.Api.QueryAsync<string>("projects", $"select time_zone from project where id = '{project}'"));
        var later = (await places.OwnProjectAsync(workspaceId: workspace)).Id();
        Assert.Equal("Asia/Tokyo", await places.Api.QueryAsync<string>("projects", $"select time_zone from project where id = '{later}'"));
    }

    [Fact]
    public async Task A_deleted_workspace_takes_its_projects_to_the_trash()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        var path = await places.TeamProjectAsync(workspaceId: workspace);
        await places.Owner.DeleteAsync($"/api/workspaces/{workspace}").JsonAsync(HttpStatusCode.NoContent);
        await IsGoneAsync(places.Viewer, path);
        await places.Owner.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Whom_the_workspace_loses_the_projects_lose()
    {
        var workspace = (await places.WorkspaceAsync((places.Viewer, "member"))).Id();
        var path = await places.TeamProjectAsync(workspaceId: workspace);
        await places.Owner.DeleteAsync($"/api/workspaces/{workspace}/members/{places.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await IsGoneAsync(places.Viewer, path);
        await places.Manager.ReadAsync(path);
        await places.Api.ToldAsync("project:" + path.Split('/')[^1], "project.created", "member.added", "member.added", "member.added", "member.removed");
    }

    [Fact]
    public async Task A_project_that_loses_its_only_owner_falls_to_the_owner_of_the_workspace()
    {
        var workspace = (await places.WorkspaceAsync((places.Contributor, "member"))).Id();
        var project = await places.Contributor.PostAsync("/api/projects", new { name = "Left behind", workspaceId = workspace }).JsonAsync(HttpStatusCode.Created);
        await places.Contributor.DeleteAsync($"/api/workspaces/{workspace}/members/{places.Contributor.Id}").JsonAsync(HttpStatusCode.NoContent);
        await IsGoneAsync(places.Contributor, $"/api/projects/{project.Id()}");
        var left = await places.Owner.ReadAsync($"/api/projects/{project.Id()}");
        Assert.Equal((places.Owner.Id, "owner", 1), (left.Id("ownerId"), left.Text("role"), left.Number("memberCount")));
    }

    private static Task IsGoneAsync(Person person, string path) => Eventually.GetAsync(
        async () =>
        {
            using var answer = await person.GetAsync(path);
            return answer.StatusCode;
        },
        status => status == HttpStatusCode.NotFound);
}
