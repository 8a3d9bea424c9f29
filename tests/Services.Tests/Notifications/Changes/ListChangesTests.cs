using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Projects;
using Waymark.Notifications.Changes;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Notifications.Changes;

public sealed class ListChangesTests(WaymarkApi api) : IAsyncLifetime
{
    private readonly Person _ada = api.Someone();
    private GivenProject _project = null!;
    private Person _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _project = await GivenProject.CreateAsync(api, (_ada.Id, ProjectRoles.Viewer));
        _owner = api.Someone(_project.Owner);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_was_missed_comes_after_the_cursor_in_order_and_in_pages()
    {
        var start = await StartAsync();
        var task = await _project.AddTaskAsync();
        foreach (var title in new[] { "b", "c", "d", "e" })
        {
            await _owner.PatchAsync($"/api/tasks/{task.Id()}", new { title }).JsonAsync(HttpStatusCode.OK);
        }

        await Eventually.GetAsync(() => ReadAsync(start), page => page.Items().Count == 5);
        var (seen, cursor) = (new List<JsonElement>(), (string?)start);
        while (cursor is not null)
        {
            var page = await ReadAsync(cursor, "&limit=2");
            seen.AddRange(page.Items());
            cursor = page.Text("nextCursor");
        }

        Assert.Equal(["task.created", "task.updated", "task.updated", "task.updated", "task.updated"], seen.Select(c => c.Text("type")));
        Assert.Equal([1, 2, 3, 4, 5], seen.Select(c => c.Version()));
        var end = await ReadAsync((await ReadAsync(start)).Text("cursor"));
        Assert.Empty(end.Items());
    }

    [Fact]
    public async Task A_reader_who_follows_the_cursor_misses_nothing_while_many_write()
    {
        const int tasks = 40;
        var cursor = await StartAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < tasks / 4; i++)
            {
                await _project.AddTaskAsync();
            }
        }));

        var seen = new List<Guid>();
        await Eventually.GetAsync(
            async () =>
            {
                var page = await ReadAsync(cursor);
                seen.AddRange(page.Items().Select(c => c.GetProperty("subject").Id()));
                cursor = page.Text("cursor");
                return seen.Count;
            },
            count => count >= tasks);
        await writing;
        Assert.Equal((tasks, tasks), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task The_catch_up_tells_the_same_as_the_live_message()
    {
        var start = await StartAsync();
        await using var hub = await api.ConnectAsync(_ada);
        Assert.Null(await hub.InvokeAsync("Watch", "project", _project.Id.ToString()));
        await _project.AddTaskAsync();
        await _project.RenameAsync("Renamed");
        await Eventually.IsAsync(() => hub.Received("changed").Count == 2);

        var missed = (await ReadAsync(start)).Items();
        Assert.Equal(hub.Received("changed").Select(c => c.GetRawText()).Order(StringComparer.Ordinal), missed.Select(c => c.GetRawText()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Changes_too_long_to_send_are_left_out()
    {
        var start = await StartAsync();
        await _owner.PostAsync("/api/tasks", new { projectId = _project.Id, title = "Long", description = new string('x', 20_000) }).JsonAsync(HttpStatusCode.Created);
        var page = await Eventually.GetAsync(() => ReadAsync(start), p => p.Items().Count == 1);
        Assert.Equal(JsonValueKind.Null, page.Items()[0].GetProperty("changes").ValueKind);
    }

    [Fact]
    public async Task Without_a_project_the_changes_of_all_visible_ones_come_and_no_others()
    {
        var (second, foreign) = (await GivenProject.CreateAsync(api, (_ada.Id, ProjectRoles.Viewer)), await GivenProject.CreateAsync(api));
        var start = (await _ada.ReadAsync("/api/changes")).Text("cursor");
        await foreign.AddTaskAsync();
        await _project.AddTaskAsync();
        await second.AddTaskAsync();
        var page = await Eventually.GetAsync(() => _ada.ReadAsync($"/api/changes?since={start}"), p => p.Items().Count >= 2);
        Assert.Equal(new[] { _project.Id, second.Id }.Order(), page.Items().Select(c => c.GetProperty("projectId").GetGuid()).Order());
    }

    [Fact]
    public async Task Strangers_and_former_members_find_nothing()
    {
        var start = await StartAsync();
        var stranger = api.Someone();
        await stranger.GetAsync($"/api/changes?projectId={_project.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await stranger.GetAsync($"/api/changes?projectId={_project.Id}&since={start}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await _project.RemoveMemberAsync(_ada.Id);
        await _project.IsKnownToAsync("notifications");
        await _ada.GetAsync($"/api/changes?projectId={_project.Id}&since={start}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_invalid_and_one_older_than_a_week_is_gone()
    {
        var now = api.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await _ada.GetAsync($"/api/changes?projectId={_project.Id}&since=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await _ada.GetAsync($"/api/changes?projectId={_project.Id}&since={new ChangeCursor(0, now.AddDays(-8))}").ProblemAsync(HttpStatusCode.Gone, "cursor_expired");
        await _ada.GetAsync($"/api/changes?projectId={_project.Id}&since={new ChangeCursor(0, now.AddDays(-6))}").JsonAsync(HttpStatusCode.OK);
        await _ada.GetAsync($"/api/changes?projectId={_project.Id}&limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    /// <summary>The cursor of now; nothing that happened before comes after it.</summary>
    private async Task<string> StartAsync()
    {
        var page = await _ada.ReadAsync($"/api/changes?projectId={_project.Id}");
        Assert.Empty(page.Items());
        return page.Text("cursor");
    }

    private Task<JsonElement> ReadAsync(string since, string more = "") => _ada.ReadAsync($"/api/changes?projectId={_project.Id}&since={since}{more}");
}
