using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.SavedViews;

public sealed class EditViewTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_view_is_changed_by_its_owner_and_a_shared_one_by_managers_too()
    {
        var view = await team.Contributor.PostAsync("/api/views", new { name = "Ours", projectId = team.ProjectId, query = "status = todo", visibility = "project" }).JsonAsync(HttpStatusCode.Created);
        var path = $"/api/views/{view.Id()}";
        var patched = await team.Contributor.PatchAsync(path, new { layout = "board" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("board", "status = todo", 2L), (patched.Text("layout"), patched.Text("query"), patched.Version()));
        var replaced = await team.Manager.PutAsync(path, new { name = "Theirs", visibility = "project" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("Theirs", "list", "", team.Contributor.Id), (replaced.Text("name"), replaced.Text("layout"), replaced.Text("query"), replaced.Id("ownerId")));

        await team.Viewer.PatchAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PatchAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PatchAsync(path, new { query = "status ==" }).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        await team.Contributor.PatchAsync(path, new { name = (string?)null }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.SendAsync(HttpMethod.Patch, path, new { name = "x" }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
    }
}
