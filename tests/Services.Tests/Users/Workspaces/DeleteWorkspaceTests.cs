using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Workspaces;

public sealed class DeleteWorkspaceTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_deleted_workspace_is_gone_for_everybody_and_its_slug_is_free()
    {
        var workspace = await places.WorkspaceAsync((places.Viewer, "member"));
        var path = $"/api/workspaces/{workspace.Id()}";
        var token = await places.InviteAsync(path, "member");
        await places.Owner.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        await places.Owner.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.PostAsync($"/api/workspace-invitations/{token}/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.DoesNotContain(workspace.Id(), (await places.Viewer.ReadAsync("/api/workspaces?limit=200")).Items().Select(w => w.Id()));
        await places.Owner.PostAsync("/api/workspaces", new { name = "Again", slug = workspace.Text("slug") }).JsonAsync(HttpStatusCode.Created);
        await places.Api.ToldAsync($"workspace:{workspace.Id()}", "workspace.created", "workspace.member_added", "workspace.deleted");
    }

    [Fact]
    public async Task Nothing_is_made_in_a_deleted_workspace()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        await places.OwnProjectAsync(workspaceId: workspace);
        await places.Owner.DeleteAsync($"/api/workspaces/{workspace}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(
            async () =>
            {
                using var answer = await places.Owner.PostAsync("/api/projects", new { name = "Late", workspaceId = workspace });
                return answer.StatusCode;
            },
            status => status == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_an_owner_deletes_and_never_a_personal_workspace()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Manager, "admin"))).Id()}";
        await places.Manager.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Owner.DeleteAsync($"/api/workspaces/{places.Owner.Id}").ProblemAsync(HttpStatusCode.UnprocessableEntity, "personal_workspace");
    }
}
