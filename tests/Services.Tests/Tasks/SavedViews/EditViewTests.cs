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

    [Fact]
    public async Task A_view_that_names_what_is_gone_says_so_and_is_changed_all_the_same()
    {
        var (project, _) = await team.NewProjectAsync();
        var field = $"/api/projects/{project}/custom-fields/{(await team.Owner.PostAsync($"/api/projects/{project}/custom-fields", new { name = "Cost", type = "number" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        var tasks = $"/api/tasks?projectId={project}&query={Uri.EscapeDataString("field(\"Cost\") > 1")}";
        await Eventually.GetAsync(async () => (await team.Owner.GetAsync(tasks)).StatusCode, status => status == HttpStatusCode.OK);
        var view = await team.Owner.PostAsync("/api/views", new { name = "Dear", projectId = project, query = "field(\"Cost\") > 1" }).JsonAsync(HttpStatusCode.Created);
        await team.Owner.DeleteAsync(field).JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(async () => (await team.Owner.GetAsync(tasks)).StatusCode, status => status == HttpStatusCode.BadRequest);

        var problem = await team.Owner.GetAsync(tasks).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        Assert.Equal((6, "There is no custom field \"Cost\"."), (problem.Number("position"), problem.Text("detail")));
        await team.Owner.PatchAsync($"/api/views/{view.Id()}", new { name = "Was dear" }).JsonAsync(HttpStatusCode.OK);
        await team.Owner.PatchAsync($"/api/views/{view.Id()}", new { query = "field(\"Cost\") > 2" }).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        await team.Owner.PatchAsync($"/api/views/{view.Id()}", new { query = "priority = high" }).JsonAsync(HttpStatusCode.OK);
    }
}
