using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Labels;

public sealed class EditLabelTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_patch_keeps_and_a_put_defaults_what_they_leave_out()
    {
        var (path, label) = await NewAsync("Old", "#123456");
        var patched = await places.Manager.PatchAsync(path, new { name = "New" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("New", "#123456", 2L), (patched.Text("name"), patched.Text("color"), patched.Version()));
        var put = await places.Manager.PutAsync(path, new { name = "New" }).JsonAsync(HttpStatusCode.OK);
        Assert.NotEqual("#123456", put.Text("color"));
        var same = await places.Manager.PatchAsync(path, new { name = "New" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(3, same.Version());
        await places.Api.ToldAsync($"label:{label.Id()}", "label.created", "label.updated", "label.updated");
    }

    [Fact]
    public async Task A_label_stands_below_a_heading_that_a_patch_keeps_and_a_blank_one_takes_away()
    {
        var (path, _) = await NewAsync("Oven", "#123456");
        Assert.Equal("Cause", (await places.Manager.PatchAsync(path, new { group = " Cause " }).JsonAsync(HttpStatusCode.OK)).Text("group"));
        Assert.Equal("Cause", (await places.Manager.PatchAsync(path, new { name = "Ovens" }).JsonAsync(HttpStatusCode.OK)).Text("group"));
        Assert.True((await places.Manager.PatchAsync(path, new { group = " " }).JsonAsync(HttpStatusCode.OK)).IsNull("group"));
        await places.Manager.PatchAsync(path, new { group = new string('g', 61) }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        var born = await places.Owner.PostAsync(path[..path.LastIndexOf('/')], new { name = "Flour", group = "Cause" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("Cause", born.Text("group"));
    }

    [Fact]
    public async Task What_is_said_of_one_label_of_a_group_holds_for_all_of_them_and_for_those_that_come()
    {
        var path = await places.TeamProjectAsync();
        var labels = new List<string>();
        foreach (var name in new[] { "Oven", "Flour" })
        {
            labels.Add($"{path}/labels/{(await places.Owner.PostAsync($"{path}/labels", new { name, group = "Cause" }).JsonAsync(HttpStatusCode.Created)).Id()}");
        }

        var said = await places.Manager.PatchAsync(labels[0], new { exclusive = true }).JsonAsync();
        var other = await places.Viewer.ReadAsync(labels[1]);
        Assert.Equal((true, 2L, true, 2L), (said.Is("exclusive"), said.Version(), other.Is("exclusive"), other.Version()));

        var born = await places.Contributor.PostAsync($"{path}/labels", new { name = "Salt", group = "Cause" }).JsonAsync(HttpStatusCode.Created);
        Assert.True(born.Is("exclusive"));
        var free = await places.Owner.PostAsync($"{path}/labels", new { name = "Big", group = "Size" }).JsonAsync(HttpStatusCode.Created);
        Assert.False(free.Is("exclusive"));
        Assert.True((await places.Manager.PatchAsync($"{path}/labels/{free.Id()}", new { group = "Cause" }).JsonAsync()).Is("exclusive"));
        Assert.False((await places.Manager.PatchAsync($"{path}/labels/{free.Id()}", new { group = "Size" }).JsonAsync()).Is("exclusive"));
        Assert.True((await places.Manager.PutAsync(labels[1], new { name = "Flour", group = "Cause" }).JsonAsync()).Is("exclusive"));

        Assert.False((await places.Manager.PatchAsync(labels[1], new { exclusive = false }).JsonAsync()).Is("exclusive"));
        Assert.DoesNotContain((await places.Viewer.ReadAsync($"{path}/labels")).Items(), l => l.Is("exclusive"));
        await places.Manager.PatchAsync($"{path}/labels/{free.Id()}", new { group = (string?)null, exclusive = true }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task A_new_name_reaches_the_tasks_that_carry_it()
    {
        var path = await places.TeamProjectAsync();
        var body = new { projectId = path.Split('/')[^1], title = "Task", labels = new[] { "Colour" } };
        var task = await places.Contributor.PostAsync("/api/tasks", body).JsonAsync(HttpStatusCode.Created);
        var label = (await Eventually.GetAsync(async () => (await places.Viewer.ReadAsync($"{path}/labels")).Items(), labels => labels.Count == 1))[0];
        await places.Owner.PatchAsync($"{path}/labels/{label.Id()}", new { name = "Color" }).JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(
            async () => (await places.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).GetProperty("labels")[0].GetString(), name => name == "Color");
        Assert.Equal("Color", Assert.Single((await places.Viewer.ReadAsync($"{path}/labels")).Items()).Text("name"));
    }

    [Fact]
    public async Task Another_spelling_of_its_own_name_is_fine_the_name_of_another_is_not()
    {
        var (path, _) = await NewAsync("mine", "#123456");
        await places.Owner.PostAsync(path[..path.LastIndexOf('/')], new { name = "Other" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("MINE", (await places.Owner.PatchAsync(path, new { name = "MINE" }).JsonAsync(HttpStatusCode.OK)).Text("name"));
        await places.Owner.PatchAsync(path, new { name = "OTHER" }).ProblemAsync(HttpStatusCode.Conflict, "label_exists");
    }

    [Fact]
    public async Task Versions_members_and_rights_are_kept()
    {
        var (path, label) = await NewAsync("x", "#123456");
        await places.Owner.SendAsync(HttpMethod.Patch, path, new { name = "y" }, ("If-Match", "\"7\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Owner.SendAsync(HttpMethod.Patch, path, new { name = "y" }, ("If-Match", "\"1\"")).JsonAsync(HttpStatusCode.OK);
        await places.Owner.PatchAsync(path, new { name = "" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Owner.PutAsync(path, new { color = "#123456" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Contributor.PatchAsync(path, new { name = "z" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PatchAsync(path, new { name = "z" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        var elsewhere = (await places.OwnProjectAsync()).Id();
        await places.Owner.PatchAsync($"/api/projects/{elsewhere}/labels/{label.Id()}", new { name = "z" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private async Task<(string Path, JsonElement Label)> NewAsync(string name, string color)
    {
        var path = await places.TeamProjectAsync();
        var label = await places.Owner.PostAsync($"{path}/labels", new { name, color }).JsonAsync(HttpStatusCode.Created);
        return ($"{path}/labels/{label.Id()}", label);
    }
}
