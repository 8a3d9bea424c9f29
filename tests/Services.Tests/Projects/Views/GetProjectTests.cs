using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Views;

public sealed class GetProjectTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Everybody_sees_their_own_role()
    {
        var path = await places.TeamProjectAsync();
        var roles = await Task.WhenAll(
            new[] { places.Owner, places.Manager, places.Contributor, places.Viewer }.Select(async p => (await p.ReadAsync(path)).Text("role")));
        Assert.Equal(["owner", "manager", "contributor", "viewer"], roles);
    }

    [Fact]
    public async Task A_project_can_be_read_as_it_stood_at_any_instant()
    {
        var path = await places.TeamProjectAsync();
        var before = await places.Owner.ReadAsync(path);
        await places.Owner.PatchAsync(path, new { name = "Another name", dueDate = "2026-12-24" }).JsonAsync(HttpStatusCode.OK);
        await places.Owner.PostAsync($"{path}/archive").JsonAsync(HttpStatusCode.OK);

        var past = await places.Owner.ReadAsync($"{path}?asOf={Uri.EscapeDataString(before.Text("updatedAt"))}");
        Assert.Equal(before.GetRawText(), past.GetRawText());
        Assert.Equal("archived", (await places.Viewer.ReadAsync($"{path}?asOf=2199-01-01T00:00:00Z")).Text("state"));
        await places.Owner.GetAsync($"{path}?asOf=2001-01-01T00:00:00Z").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.GetAsync($"{path}?asOf=yesterday").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Stranger.GetAsync($"{path}?asOf={Uri.EscapeDataString(before.Text("updatedAt"))}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Absent_invisible_and_malformed_are_the_same()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        foreach (var nowhere in new[] { path, $"/api/projects/{Guid.CreateVersion7()}", "/api/projects/nonsense", path[..^1] })
        {
            await places.Stranger.GetAsync(nowhere).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task Admins_of_the_workspace_manage_its_projects_and_members_see_only_their_own()
    {
        var workspace = (await places.WorkspaceAsync((places.Manager, "admin"), (places.Contributor, "member"))).Id();
        var path = $"/api/projects/{(await places.OwnProjectAsync(workspaceId: workspace)).Id()}";
        Assert.Equal("manager", (await places.Manager.ReadAsync(path)).Text("role"));
        await places.Manager.PatchAsync(path, new { name = "Managed" }).JsonAsync(HttpStatusCode.OK);
        await places.Manager.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Contributor.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task An_unchanged_project_is_not_sent_again()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        using var same = await places.Owner.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", "\"1\""));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        using var other = await places.Owner.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", "\"2\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }
}
