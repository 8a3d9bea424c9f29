using System.Net;
using System.Text;
using System.Text.Json;
using Waymark.Contracts;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.ActivityLog.Recording;

public sealed class RecordActivityTests(WaymarkApi api) : IAsyncLifetime
{
    private readonly Person _ada = api.Someone();
    private GivenProject _project = null!;

    public async ValueTask InitializeAsync() => _project = await GivenProject.CreateAsync(api, (_ada.Id, ProjectRoles.Contributor));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_event_of_a_task_is_recorded_once_with_actor_time_and_changes()
    {
        var task = await _project.AddTaskAsync("First");
        await _ada.PatchAsync($"/api/tasks/{task.Id()}", new { title = "Second", status = "done" }).JsonAsync(HttpStatusCode.OK);

        var history = (await _ada.ReadAsync($"/api/tasks/{task.Id()}/history")).Items();
        var recorded = Enumerable.Reverse(await RecordedAsync($"taskId={task.Id()}", history.Count)).ToList();
        Assert.Equal(history.Select(e => (e.Text("type"), e.Text("at"), e.Text("actorId"))), recorded.Select(e => (e.Text("type"), e.Text("at"), e.Text("actorId"))));
        Assert.All(recorded, e => Assert.Equal(
            (task.Id(), _project.Id, _project.State.WorkspaceId),
            (e.GetProperty("taskId").GetGuid(), e.GetProperty("projectId").GetGuid(), e.GetProperty("workspaceId").GetGuid())));
        Assert.Equal("Second", recorded[1].GetProperty("changes").GetProperty("title").Text("to"));
    }

    [Fact]
    public async Task Comments_labels_and_members_are_recorded_too()
    {
        var task = await _project.AddTaskAsync();
        await _ada.PostAsync($"/api/tasks/{task.Id()}/comments", new { body = "Hello" }).JsonAsync(HttpStatusCode.Created);
        var label = Guid.CreateVersion7();
        await api.PublishAsync(new LabelCreated(_project.Id, label, "Red", "red", FieldChanges.None), $"label:{label}", 1, _project.State.WorkspaceId, _ada.Id);
        await _project.AddMemberAsync(Guid.CreateVersion7(), ProjectRoles.Viewer);

        // Whoever comments watches the task from then on.
        var recorded = await RecordedAsync($"projectId={_project.Id}", 6);
        Assert.Equal(
            ["comment.created", "label.created", "member.added", "project.created", "task.created", "task.updated"],
            recorded.Select(e => e.Text("type")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_event_that_is_delivered_twice_is_recorded_once()
    {
        var label = Guid.CreateVersion7();
        var id = await api.PublishTwiceAsync(new LabelCreated(_project.Id, label, "Red", "red", FieldChanges.None), $"label:{label}", 1);
        await api.PublishAsync(new LabelDeleted(_project.Id, label, "Red", "red", FieldChanges.None), $"label:{label}", 2);

        var recorded = await RecordedAsync($"projectId={_project.Id}&type=label.created,label.deleted", 2);
        Assert.Equal(["label.deleted", "label.created"], recorded.Select(e => e.Text("type")));
        Assert.Equal(id, recorded[1].Id());
        // Both at once: the sealer moves it from the one to the other.
        Assert.Equal(1L, await api.QueryAsync<long>(
            "activitylog",
            $"select (select count(*) from unsealed where '{id}' = any(entry_ids)) + (select count(*) from seal where '{id}' = any(entry_ids))"));
    }

    [Fact]
    public async Task What_people_wrote_stands_nowhere_in_the_clear()
    {
        const string secret = "Whispered words";
        var task = await _project.AddTaskAsync(secret);
        await RecordedAsync($"taskId={task.Id()}", 1);
        var payload = await api.QueryAsync<byte[]>("activitylog", $"select payload from activity_entry where task_id = '{task.Id()}'");
        Assert.Equal(-1, payload.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
    }

    private async Task<IReadOnlyList<JsonElement>> RecordedAsync(string query, int count) =>
        (await Eventually.GetAsync(() => _ada.ReadAsync($"/api/activity?{query}"), page => page.Items().Count >= count)).Items();
}
