using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Members;

public sealed class RemoveWorkspaceMemberTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_removed_member_finds_the_workspace_no_more()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Manager, "admin"), (places.Viewer, "member"))).Id()}";
        await places.Manager.DeleteAsync($"{path}/members/{places.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await places.Manager.DeleteAsync($"{path}/members/{places.Viewer.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Api.ToldAsync(
            $"workspace:{path.Split('/')[^1]}", "workspace.created", "workspace.member_added", "workspace.member_added", "workspace.member_removed");
    }

    [Fact]
    public async Task Everybody_may_leave_but_only_admins_remove_others_and_only_owners_an_owner()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Manager, "admin"), (places.Viewer, "guest"))).Id()}/members";
        await places.Viewer.DeleteAsync($"{path}/{places.Manager.Id}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Manager.DeleteAsync($"{path}/{places.Owner.Id}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.DeleteAsync($"{path}/{places.Stranger.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.DeleteAsync($"{path}/{places.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_last_owner_cannot_leave()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Viewer, "admin"))).Id()}/members";
        await places.Owner.DeleteAsync($"{path}/{places.Owner.Id}").ProblemAsync(HttpStatusCode.UnprocessableEntity, "last_owner");
        await places.Owner.DeleteAsync($"/api/workspaces/{places.Owner.Id}/members/{places.Owner.Id}").ProblemAsync(HttpStatusCode.UnprocessableEntity, "last_owner");
        await places.Owner.PutAsync($"{path}/{places.Viewer.Id}", new { role = "owner" }).JsonAsync(HttpStatusCode.OK);
        var answers = await Task.WhenAll(new[] { places.Owner, places.Viewer }.Select(p => p.DeleteAsync($"{path}/{p.Id}")));
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
    }
}
