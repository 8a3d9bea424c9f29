using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks;

public sealed class HistoryTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Every_change_stands_in_the_history_and_any_past_state_can_be_read()
    {
        var task = await team.TaskAsync(new { title = "First" });
        var path = $"/api/tasks/{task.Id()}";
        var renamed = await team.Contributor.PatchAsync(path, new { title = "Second", description = "long" }).JsonAsync();
        await team.Manager.PatchAsync($"{path}/status", new { status = "done" }).JsonAsync();

        var history = (await team.Viewer.ReadAsync($"{path}/history")).Items();
        Assert.Equal(["task.created", "task.updated", "task.status_changed", "task.completed"], history.Select(e => e.Text("type")));
        Assert.Equal([1, 2, 3, 4], history.Select(e => e.Version()));
        Assert.Equal("First", history[1].GetProperty("changes").GetProperty("title").Text("from"));
        Assert.Equal(team.Manager.Id, history[3].GetProperty("actorId").GetGuid());

        var past = await team.Viewer.ReadAsync($"{path}?asOf={Uri.EscapeDataString(renamed.Text("updatedAt"))}");
        Assert.Equal(("Second", "todo", 2L), (past.Text("title"), past.Text("status"), past.Version()));
        await team.Viewer.GetAsync($"{path}?asOf=2001-01-01T00:00:00Z").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"{path}?asOf=yesterday").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task An_own_change_is_undone_unless_somebody_built_on_it()
    {
        var task = await team.TaskAsync(new { title = "First" });
        var path = $"/api/tasks/{task.Id()}";
        using var rename = await team.Contributor.PatchAsync(path, new { title = "Second" });
        var change = rename.Headers.GetValues("X-Change-Id").Single();
        await team.Manager.PatchAsync(path, new { priority = "low" }).JsonAsync();
        await team.Manager.PostAsync($"/api/changes/{change}/undo").ProblemAsync(HttpStatusCode.NotFound, "not_found");

        var undone = await team.Contributor.PostAsync($"/api/changes/{change}/undo").JsonAsync();
        Assert.Equal("First", undone.GetProperty("tasks")[0].Text("title"));
        Assert.Equal("low", undone.GetProperty("tasks")[0].Text("priority"));

        using var again = await team.Contributor.PatchAsync(path, new { title = "Third" });
        await team.Manager.PatchAsync(path, new { title = "Fourth" }).JsonAsync();
        await team.Contributor.PostAsync($"/api/changes/{again.Headers.GetValues("X-Change-Id").Single()}/undo").ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
    }

    [Fact]
    public async Task Deleting_hides_a_task_with_everything_below_it_and_undo_brings_all_back()
    {
        var parent = await team.TaskAsync();
        var child = await team.TaskAsync(new { parentId = parent.Id() });
        using var deleted = await team.Contributor.DeleteAsync($"/api/tasks/{parent.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await team.Viewer.GetAsync($"/api/tasks/{child.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.DeleteAsync($"/api/tasks/{parent.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");

        await team.Contributor.PostAsync($"/api/changes/{deleted.Headers.GetValues("X-Change-Id").Single()}/undo").JsonAsync();
        var back = await team.Viewer.ReadAsync($"/api/tasks/{parent.Id()}");
        Assert.Equal(1, back.GetProperty("subtaskCount").GetInt32());
        await team.Viewer.ReadAsync($"/api/tasks/{child.Id()}");
    }
}
