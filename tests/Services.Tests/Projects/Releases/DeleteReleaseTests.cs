using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Releases;

public sealed class DeleteReleaseTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_deleted_release_is_gone()
    {
        var list = $"{await places.TeamProjectAsync()}/releases";
        var path = $"{list}/{(await places.Manager.PostAsync(list, new { name = "Spring" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        await places.Contributor.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.NoContent, (await places.Manager.DeleteAsync(path)).StatusCode);
        await places.Manager.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
