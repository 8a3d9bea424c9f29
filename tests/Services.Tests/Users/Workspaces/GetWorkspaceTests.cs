using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Workspaces;

public sealed class GetWorkspaceTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Everybody_has_a_personal_workspace_with_their_own_id()
    {
        var person = await places.Api.RegisterAsync("Pella");
        var workspace = await person.ReadAsync($"/api/workspaces/{person.Id}");
        Assert.Equal((person.Id, "personal", "owner", 1), (workspace.Id(), workspace.Text("kind"), workspace.Text("role"), workspace.Number("memberCount")));
        Assert.StartsWith("Pella", workspace.Text("name"), StringComparison.Ordinal);
        await places.Stranger.GetAsync($"/api/workspaces/{person.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Members_see_their_own_role_and_strangers_nothing()
    {
        var workspace = (await places.WorkspaceAsync((places.Manager, "admin"), (places.Contributor, "member"), (places.Viewer, "guest"))).Id();
        var roles = await Task.WhenAll(
            new[] { places.Owner, places.Manager, places.Contributor, places.Viewer }.Select(async p => (await p.ReadAsync($"/api/workspaces/{workspace}")).Text("role")));
        Assert.Equal(["owner", "admin", "member", "guest"], roles);
        foreach (var id in new[] { workspace.ToString(), Guid.CreateVersion7().ToString(), "nonsense" })
        {
            await places.Stranger.GetAsync($"/api/workspaces/{id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }
}
