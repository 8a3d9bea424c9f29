using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Profiles;

public sealed class GetUserTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Who_shares_a_workspace_is_seen_without_their_platform_roles()
    {
        var fellow = await places.Api.RegisterAsync("Fen");
        await places.Owner.GetAsync($"/api/users/{fellow.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.WorkspaceAsync((fellow, "guest"));
        var seen = await places.Owner.ReadAsync($"/api/users/{fellow.Id}");
        Assert.Equal((fellow.Id, fellow.Email, "Fen"), (seen.Id(), seen.Text("email"), seen.Text("displayName")));
        Assert.Equal(0, seen.GetProperty("roles").GetArrayLength());
        await fellow.ReadAsync($"/api/users/{places.Owner.Id}");
    }

    [Fact]
    public async Task Strangers_and_nobody_are_the_same()
    {
        var loner = await places.Api.RegisterAsync("Lou");
        foreach (var id in new[] { places.Owner.Id.ToString(), Guid.CreateVersion7().ToString(), "nonsense" })
        {
            await loner.GetAsync($"/api/users/{id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task Who_left_the_only_common_workspace_is_seen_no_more()
    {
        var fellow = await places.Api.RegisterAsync("Fen");
        var workspace = (await places.WorkspaceAsync((fellow, "member"))).Id();
        await fellow.DeleteAsync($"/api/workspaces/{workspace}/members/{fellow.Id}").JsonAsync(HttpStatusCode.NoContent);
        await places.Owner.GetAsync($"/api/users/{fellow.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
