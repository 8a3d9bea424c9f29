using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Releases;

public sealed class EditReleaseTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_release_is_patched_and_replaced_under_its_version()
    {
        var list = $"{await places.TeamProjectAsync()}/releases";
        var path = $"{list}/{(await places.Manager.PostAsync(list, new { name = "Spring", tag = "1.0" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        var patched = await places.Manager.PatchAsync(path, new { state = "released" }).JsonAsync();
        Assert.Equal(("released", "1.0", 2L), (patched.Text("state"), patched.Text("tag"), patched.Version()));
        var replaced = await places.Manager.PutAsync(path, new { name = "Summer" }).JsonAsync();
        Assert.True(replaced.IsNull("tag"));
        await places.Manager.SendAsync(HttpMethod.Patch, path, new { name = "X" }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Manager.PatchAsync(path, new { milestoneIds = new[] { Guid.CreateVersion7() } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Contributor.PatchAsync(path, new { name = "X" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }
}
