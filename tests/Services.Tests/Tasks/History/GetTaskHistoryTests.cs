using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.History;

public sealed class GetTaskHistoryTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Every_change_stands_in_the_history_oldest_first()
    {
        var task = await team.TaskAsync(new { title = "First" });
        var path = $"/api/tasks/{task.Id()}";
        await team.Contributor.PatchAsync(path, new { title = "Second", description = "long" }).JsonAsync();
        await team.Manager.PatchAsync($"{path}/status", new { status = "done" }).JsonAsync();

        var history = (await team.Viewer.ReadAsync($"{path}/history")).Items();
        Assert.Equal(["task.created", "task.updated", "task.status_changed", "task.completed"], history.Select(e => e.Text("type")));
        Assert.Equal([1, 2, 3, 4], history.Select(e => e.Version()));
        Assert.Equal("First", history[1].GetProperty("changes").GetProperty("title").Text("from"));
        Assert.Equal(team.Manager.Id, history[3].GetProperty("actorId").GetGuid());
    }

    [Fact]
    public async Task One_command_is_one_change_however_many_events_it_yields()
    {
        var task = await team.TaskAsync();
        var path = $"/api/tasks/{task.Id()}";
        using var answer = await team.Contributor.PatchAsync(path, new { title = "New", status = "done", assigneeIds = new[] { team.Viewer.Id } });

        var history = (await team.Viewer.ReadAsync($"{path}/history")).Items();
        Assert.Equal(["task.created", "task.updated", "task.assigned", "task.status_changed", "task.completed"], history.Select(e => e.Text("type")));
        Assert.Equal([1, 2, 3, 4, 5], history.Select(e => e.Version()));
        Assert.Equal(answer.Headers.GetValues("X-Change-Id"), history.Skip(1).Select(e => e.Text("changeId")).Distinct());
        var moments = history.Select(e => e.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(moments.Distinct().Order(), moments);
    }

    [Fact]
    public async Task Long_texts_keep_both_values_in_the_history()
    {
        var task = await team.TaskAsync(new { description = "before" });
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { description = "after" }).JsonAsync();
        var change = (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/history")).Items()[1].GetProperty("changes").GetProperty("description");
        Assert.Equal(("before", "after"), (change.Text("from"), change.Text("to")));
    }

    [Fact]
    public async Task The_history_comes_in_pages()
    {
        var task = await team.TaskAsync();
        var path = $"/api/tasks/{task.Id()}";
        foreach (var title in new[] { "b", "c", "d", "e" })
        {
            await team.Contributor.PatchAsync(path, new { title }).JsonAsync();
        }

        var (versions, cursor) = (new List<long>(), "");
        do
        {
            var page = await team.Viewer.ReadAsync($"{path}/history?limit=2{cursor}");
            versions.AddRange(page.Items().Select(e => e.Version()));
            cursor = page.GetProperty("nextCursor").ValueKind == JsonValueKind.Null ? null : $"&cursor={page.Text("nextCursor")}";
        }
        while (cursor is not null);
        Assert.Equal([1, 2, 3, 4, 5], versions);
        await team.Viewer.GetAsync($"{path}/history?cursor=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await team.Viewer.GetAsync($"{path}/history?limit=201").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Members_read_the_history_of_a_deleted_task_too_and_strangers_none()
    {
        var task = await team.TaskAsync();
        var path = $"/api/tasks/{task.Id()}";
        await team.Stranger.GetAsync($"{path}/history").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(["task.created", "task.deleted"], (await team.Viewer.ReadAsync($"{path}/history")).Items().Select(e => e.Text("type")));
        await team.Stranger.GetAsync($"{path}/history").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
