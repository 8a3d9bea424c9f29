using System.Net;
using System.Text;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Lifecycle;

public sealed class EditProjectTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_merge_patch_changes_what_it_names_and_clears_what_is_null()
    {
        var path = await NewAsync(new { name = "Old", description = "kept", startDate = "2026-05-01", dueDate = "2026-05-31", workspaceId = places.WorkspaceId });
        using var body = new StringContent("""{"name": " New ", "dueDate": null}""", Encoding.UTF8, "application/merge-patch+json");
        using var answer = await places.Owner.Client.PatchAsync(new Uri(path, UriKind.Relative), body);
        var changed = await answer.JsonAsync();
        Assert.Equal(("New", "kept", "2026-05-01", 2L), (changed.Text("name"), changed.Text("description"), changed.Text("startDate"), changed.Version()));
        Assert.True(changed.IsNull("dueDate"));
        Assert.Equal("\"2\"", answer.Headers.ETag?.ToString());
        await places.Api.ToldAsync($"project:{changed.Id()}", "project.created", "project.updated");
    }

    [Fact]
    public async Task A_put_gives_what_it_leaves_out_its_default_and_keeps_the_key()
    {
        var path = await NewAsync(new { name = "Old", key = "PUTS", description = "gone", dueDate = "2026-05-31", icon = "star", workspaceId = places.WorkspaceId });
        var changed = await places.Owner.PutAsync(path, new { name = "New" }).JsonAsync();
        Assert.Equal(("New", "", "PUTS"), (changed.Text("name"), changed.Text("description"), changed.Text("key")));
        Assert.True(changed.IsNull("dueDate") && changed.IsNull("icon"));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_writes_nothing()
    {
        var path = await NewAsync(new { name = "Same", workspaceId = places.WorkspaceId });
        var same = await places.Owner.PatchAsync(path, new { name = "Same", version = 9, ownerId = places.Stranger.Id, role = "viewer" }).JsonAsync();
        Assert.Equal((1L, places.Owner.Id, "owner"), (same.Version(), same.Id("ownerId"), same.Text("role")));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_a_matching_one_passes()
    {
        var path = await NewAsync(new { name = "Zero", workspaceId = places.WorkspaceId });
        await EditAsync("One", "\"1\"").JsonAsync(HttpStatusCode.OK);
        await EditAsync("Two", "\"1\"").ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await EditAsync("Two", "W/\"2\"").ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.Equal("One", (await places.Owner.ReadAsync(path)).Text("name"));
        await EditAsync("Two", "*").JsonAsync(HttpStatusCode.OK);

        Task<HttpResponseMessage> EditAsync(string name, string tag) => places.Owner.SendAsync(HttpMethod.Put, path, new { name }, ("If-Match", tag));
    }

    [Fact]
    public async Task Concurrent_changes_of_different_members_all_arrive()
    {
        var path = await places.TeamProjectAsync();
        await Task.WhenAll(
            places.Owner.PatchAsync(path, new { name = "Renamed" }).JsonAsync(),
            places.Manager.PatchAsync(path, new { description = "Told" }).JsonAsync(),
            places.Owner.PatchAsync(path, new { dueDate = "2026-12-24" }).JsonAsync());
        var after = await places.Viewer.ReadAsync(path);
        Assert.Equal(("Renamed", "Told", "2026-12-24", 7L), (after.Text("name"), after.Text("description"), after.Text("dueDate"), after.Version()));
    }

    [Fact]
    public async Task A_key_once_used_stays_with_its_project()
    {
        var path = await NewAsync(new { name = "x", key = "FIRST", workspaceId = places.WorkspaceId });
        var other = await NewAsync(new { name = "y", key = "OTHER", workspaceId = places.WorkspaceId });
        Assert.Equal("SECOND", (await places.Owner.PatchAsync(path, new { key = "SECOND" }).JsonAsync()).Text("key"));
        await places.Owner.PatchAsync(other, new { key = "SECOND" }).ProblemAsync(HttpStatusCode.Conflict, "key_taken");
        await places.Owner.PatchAsync(other, new { key = "FIRST" }).ProblemAsync(HttpStatusCode.Conflict, "key_taken");
        Assert.Equal("FIRST", (await places.Owner.PatchAsync(path, new { key = "FIRST" }).JsonAsync()).Text("key"));
    }

    [Theory]
    [InlineData("""{"name": " "}""", "name")]
    [InlineData("""{"name": null}""", "name")]
    [InlineData("""{"startDate": "2026-06-01"}""", "dueDate")]
    [InlineData("""{"color": "#12"}""", "color")]
    [InlineData("""{"key": "no key"}""", "key")]
    [InlineData("""{"dueDate": 7}""", "dueDate")]
    public async Task A_wrong_member_of_a_patch_is_named(string json, string member)
    {
        var path = await NewAsync(new { name = "x", dueDate = "2026-05-31", workspaceId = places.WorkspaceId });
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        var problem = await places.Owner.Client.PatchAsync(new Uri(path, UriKind.Relative), body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains(member, problem.GetProperty("errors").Names());
        Assert.Equal(1, (await places.Owner.ReadAsync(path)).Version());
    }

    [Fact]
    public async Task A_patch_that_is_no_object_and_another_media_type_are_told_apart()
    {
        var path = new Uri(await NewAsync(new { name = "x", workspaceId = places.WorkspaceId }), UriKind.Relative);
        using var list = new StringContent("[]", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await places.Owner.Client.PatchAsync(path, list)).StatusCode);
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");
        await places.Owner.Client.PatchAsync(path, text).ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task Managers_edit_others_do_not()
    {
        var path = await places.TeamProjectAsync();
        await places.Manager.PatchAsync(path, new { name = "By the manager" }).JsonAsync(HttpStatusCode.OK);
        await places.Contributor.PatchAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Viewer.PutAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PutAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private async Task<string> NewAsync(object body) =>
        $"/api/projects/{(await places.Owner.PostAsync("/api/projects", body).JsonAsync(HttpStatusCode.Created)).Id()}";
}
