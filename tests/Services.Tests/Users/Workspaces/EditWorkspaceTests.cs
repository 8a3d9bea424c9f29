using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Workspaces;

public sealed class EditWorkspaceTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_patch_keeps_and_a_put_defaults_what_they_leave_out()
    {
        var workspace = await places.WorkspaceAsync((places.Manager, "admin"));
        var path = $"/api/workspaces/{workspace.Id()}";
        var patched = await places.Manager.PatchAsync(path, new { name = " Renamed ", timeZone = "Asia/Tokyo" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("Renamed", workspace.Text("slug"), "Asia/Tokyo", 3L), (patched.Text("name"), patched.Text("slug"), patched.Text("timeZone"), patched.Version()));
        var put = await places.Manager.PutAsync(path, new { name = "Renamed" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((workspace.Text("slug"), "UTC"), (put.Text("slug"), put.Text("timeZone")));
        var same = await places.Manager.PatchAsync(path, new { name = "Renamed", kind = "personal", role = "owner" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(put.GetRawText(), same.GetRawText());
        await places.Api.ToldAsync($"workspace:{workspace.Id()}", "workspace.created", "workspace.member_added", "workspace.updated", "workspace.updated");
    }

    [Fact]
    public async Task Slugs_stay_apart_and_versions_are_kept()
    {
        var (one, two) = (await places.WorkspaceAsync(), await places.WorkspaceAsync());
        var path = $"/api/workspaces/{one.Id()}";
        await places.Owner.PatchAsync(path, new { slug = two.Text("slug") }).ProblemAsync(HttpStatusCode.Conflict, "slug_taken");
        await places.Owner.PatchAsync(path, new { slug = one.Text("slug") }).JsonAsync(HttpStatusCode.OK);
        await places.Owner.SendAsync(HttpMethod.Patch, path, new { name = "x" }, ("If-Match", "\"9\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Owner.SendAsync(HttpMethod.Patch, path, new { name = "x" }, ("If-Match", "\"1\"")).JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Admins_edit_others_do_not()
    {
        var path = $"/api/workspaces/{(await places.WorkspaceAsync((places.Contributor, "member"), (places.Viewer, "guest"))).Id()}";
        await places.Contributor.PatchAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Viewer.PutAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PutAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        foreach (var wrong in new object[] { new { name = " " }, new { name = (string?)null }, new { slug = "NO" }, new { timeZone = "Nowhere" } })
        {
            await places.Owner.PatchAsync(path, wrong).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }
    }
}
