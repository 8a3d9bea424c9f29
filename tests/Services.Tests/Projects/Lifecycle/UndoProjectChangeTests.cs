using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Lifecycle;

public sealed class UndoProjectChangeTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task An_own_change_is_undone_and_what_came_since_stays()
    {
        var path = await places.TeamProjectAsync("First");
        var change = await places.Manager.PatchAsync(path, new { name = "Second", dueDate = "2026-05-31" }).ChangeIdAsync();
        await places.Owner.PatchAsync(path, new { description = "Since" }).JsonAsync();
        await places.Owner.PostAsync($"{path}/changes/{change}/undo").ProblemAsync(HttpStatusCode.NotFound, "not_found");

        var undone = await places.Manager.PostAsync($"{path}/changes/{change}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("First", "Since"), (undone.Text("name"), undone.Text("description")));
        Assert.True(undone.IsNull("dueDate"));
        await places.Manager.PostAsync($"{path}/changes/{change}/undo").ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
    }

    [Fact]
    public async Task What_somebody_built_on_is_not_undone()
    {
        var path = await places.TeamProjectAsync("First");
        var change = await places.Manager.PatchAsync(path, new { name = "Second" }).ChangeIdAsync();
        await places.Owner.PatchAsync(path, new { name = "Third" }).JsonAsync();
        await places.Manager.PostAsync($"{path}/changes/{change}/undo").ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
        Assert.Equal("Third", (await places.Viewer.ReadAsync(path)).Text("name"));
    }

    [Fact]
    public async Task A_deletion_is_undone_by_the_owner()
    {
        var path = await places.TeamProjectAsync();
        var change = await places.Owner.DeleteAsync(path).ChangeIdAsync();
        await places.Manager.PostAsync($"{path}/changes/{change}/undo").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal("active", (await places.Owner.PostAsync($"{path}/changes/{change}/undo").JsonAsync(HttpStatusCode.OK)).Text("state"));
        await places.Viewer.ReadAsync(path);
    }

    [Fact]
    public async Task Archiving_is_undone_but_nothing_else_in_the_archive()
    {
        var path = await places.TeamProjectAsync("First");
        var rename = await places.Owner.PatchAsync(path, new { name = "Second" }).ChangeIdAsync();
        var archive = await places.Owner.PostAsync($"{path}/archive").ChangeIdAsync();
        await places.Owner.PostAsync($"{path}/changes/{rename}/undo").ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
        Assert.Equal("active", (await places.Owner.PostAsync($"{path}/changes/{archive}/undo").JsonAsync(HttpStatusCode.OK)).Text("state"));
        Assert.Equal("First", (await places.Owner.PostAsync($"{path}/changes/{rename}/undo").JsonAsync(HttpStatusCode.OK)).Text("name"));
    }

    [Fact]
    public async Task A_former_key_and_a_former_workflow_come_back()
    {
        var path = await places.TeamProjectAsync();
        var key = (await places.Owner.ReadAsync(path)).Text("key");
        var change = await places.Owner.PatchAsync(path, new { key = "NEWKEY" }).ChangeIdAsync();
        Assert.Equal(key, (await places.Owner.PostAsync($"{path}/changes/{change}/undo").JsonAsync(HttpStatusCode.OK)).Text("key"));

        var before = (await places.Owner.ReadAsync($"{path}/workflow")).GetProperty("states");
        var states = before.EnumerateArray().Select(s => new { key = s.Text("key"), name = s.Text("name") + "!", category = s.Text("category") });
        var rewrite = await places.Owner.PutAsync($"{path}/workflow", new { states }).ChangeIdAsync();
        await places.Owner.PostAsync($"{path}/changes/{rewrite}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(before.GetRawText(), (await places.Owner.ReadAsync($"{path}/workflow")).GetProperty("states").GetRawText());
    }

    [Fact]
    public async Task Creations_and_memberships_have_ways_of_their_own_back()
    {
        using var creation = await places.Owner.PostAsync("/api/projects", new { name = "x", workspaceId = places.WorkspaceId });
        var path = $"/api/projects/{(await creation.JsonAsync()).Id()}";
        var created = creation.Headers.GetValues("X-Change-Id").Single();
        var added = await places.Owner.PostAsync($"{path}/members", new { userId = places.Viewer.Id }).ChangeIdAsync();
        await places.Owner.PostAsync($"{path}/changes/{created}/undo").ProblemAsync(HttpStatusCode.UnprocessableEntity, "not_undoable");
        await places.Owner.PostAsync($"{path}/changes/{added}/undo").ProblemAsync(HttpStatusCode.UnprocessableEntity, "not_undoable");
        await places.Owner.PostAsync($"{path}/changes/{Guid.CreateVersion7()}/undo").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.PostAsync($"{path}/changes/{created}/undo").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task An_undo_never_leaves_a_due_date_before_the_start_date()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.PatchAsync(path, new { startDate = "2026-03-10" }).JsonAsync(HttpStatusCode.OK);
        var earlier = await places.Owner.PatchAsync(path, new { startDate = "2026-03-01" }).ChangeIdAsync();
        await places.Manager.PatchAsync(path, new { dueDate = "2026-03-05" }).JsonAsync(HttpStatusCode.OK);
        await places.Owner.PostAsync($"{path}/changes/{earlier}/undo").ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
    }
}
