using System.Net;
using System.Text.Json;
using Waymark.Contracts;
using Waymark.Contracts.Identity;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Notifications.Live;

public sealed class LiveHubTests(WaymarkApi api) : IAsyncLifetime
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
    public async Task Who_watches_a_project_hears_of_its_tasks_comments_labels_members_and_itself()
    {
        await using var hub = await api.ConnectAsync(_ada);
        Assert.Null(await hub.InvokeAsync("Watch", "project", _project.Id.ToString()));

        var task = await _project.AddTaskAsync();
        await CommentAsync(task.Id());
        var label = Guid.CreateVersion7();
        await api.PublishAsync(new LabelCreated(_project.Id, label, "Red", "red", FieldChanges.None), $"label:{label}", 1);
        await _project.AddMemberAsync(Guid.CreateVersion7(), ProjectRoles.Viewer);
        await _project.RenameAsync("Renamed");

        await HearsAsync(hub, 6);
        Assert.Equal(
            [
                ("comment.created", "comment"), ("label.created", "label"), ("member.added", "project"), ("project.updated", "project"), ("task.counted", "task"),
                ("task.created", "task"),
            ],
            hub.Received("changed").Select(c => (c.Text("type"), c.GetProperty("subject").Text("kind"))).Order());
        Assert.All(hub.Received("changed"), c => Assert.Equal(_project.Id, c.GetProperty("projectId").GetGuid()));
    }

    [Fact]
    public async Task What_is_read_anew_is_told_without_its_changes()
    {
        await using var hub = await api.ConnectAsync(_ada);
        Assert.Null(await hub.InvokeAsync("Watch", "project", _project.Id.ToString()));
        var (rate, release, sheet, template) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var amounts = FieldChanges.Of("amount", null, "9000");
        await api.PublishAsync(new RateUpdated(new RateState(rate, _project.Id, null, new DateOnly(2026, 1, 1), null), amounts), $"rate:{rate}", 2);
        await api.PublishAsync(new ReleaseCreated(new ReleaseState(release, _project.Id, "Two", null, null, "planned"), amounts), $"release:{release}", 1);
        await api.PublishAsync(new TimeSheetSubmitted(new TimeSheetState(sheet, _project.Id, _ada.Id, new DateOnly(2026, 3, 2), "submitted"), amounts), $"time_sheet:{sheet}", 1);
        await api.PublishAsync(new TaskTemplateDeleted(new TaskTemplateState(template, _project.Id, "Loaf", "Bake"), amounts), $"task_template:{template}", 3);

        await HearsAsync(hub, 4);
        Assert.Equal(
            [("rate", rate, 2L), ("release", release, 1L), ("task_template", template, 3L), ("time_sheet", sheet, 1L)],
            hub.Received("changed").Select(c => (c.GetProperty("subject").Text("kind")!, c.GetProperty("subject").Id(), c.Version())).Order());
        Assert.All(hub.Received("changed"), c => Assert.True(c.IsNull("changes")));
    }

    [Fact]
    public async Task Who_watches_a_workspace_hears_of_its_goals_and_project_templates_until_they_leave_it()
    {
        var (owner, member) = (await api.RegisterAsync("Wanda"), await api.RegisterAsync("Max"));
        var workspace = await owner.PostAsync("/api/workspaces", new { name = "Bakery" }).JsonAsync(HttpStatusCode.Created);
        await using var hub = await api.ConnectAsync(member);
        await using var owners = await api.ConnectAsync(owner);
        Assert.Contains("not_found", await hub.InvokeAsync("Watch", "workspace", workspace.Id().ToString()), StringComparison.Ordinal);
        await owner.PostAsync($"/api/workspaces/{workspace.Id()}/members", new { userId = member.Id, role = "member" }).JsonAsync(HttpStatusCode.Created);
        Assert.Null(await hub.InvokeAsync("Watch", "workspace", workspace.Id().ToString()));
        Assert.Null(await owners.InvokeAsync("Watch", "workspace", workspace.Id().ToString()));

        var goal = await owner.PostAsync("/api/goals", new { name = "Bread", workspaceId = workspace.Id() }).JsonAsync(HttpStatusCode.Created);
        var template = await owner.PostAsync("/api/project-templates", new { name = "Shop", workspaceId = workspace.Id(), content = new { } }).JsonAsync(HttpStatusCode.Created);
        await HearsAsync(hub, 2);
        Assert.Equal(
            [("goal.created", "goal", goal.Id()), ("project_template.created", "project_template", template.Id())],
            hub.Received("changed").Select(c => (c.Text("type")!, c.GetProperty("subject").Text("kind")!, c.GetProperty("subject").Id())).Order());
        Assert.All(hub.Received("changed"), c => Assert.Equal(workspace.Id(), c.Id("workspaceId")));

        await owner.DeleteAsync($"/api/workspaces/{workspace.Id()}/members/{member.Id}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(
            async () =>
            {
                var heard = (hub.Received("changed").Count, owners.Received("changed").Count);
                await owner.PostAsync("/api/goals", new { name = "Rolls", workspaceId = workspace.Id() }).JsonAsync(HttpStatusCode.Created);
                await Eventually.IsAsync(() => owners.Received("changed").Count > heard.Item2);
                return hub.Received("changed").Count == heard.Item1;
            },
            isDeaf => isDeaf);
    }

    [Fact]
    public async Task Counts_of_comments_and_sub_tasks_are_told_when_they_change()
    {
        var task = await _project.AddTaskAsync();
        await using var hub = await api.ConnectAsync(_ada);
        Assert.Null(await hub.InvokeAsync("Watch", "task", task.Id().ToString()));

        await CommentAsync(task.Id());
        await CountIsAsync("commentCount", 1);
        var step = await _owner.PostAsync("/api/tasks", new { projectId = _project.Id, title = "A part", parentId = task.Id() }).JsonAsync(HttpStatusCode.Created);
        await CountIsAsync("subtaskCount", 1);
        await _owner.PatchAsync($"/api/tasks/{step.Id()}/status", new { status = "done" }).JsonAsync(HttpStatusCode.OK);
        await CountIsAsync("subtaskDoneCount", 1);
        await CountIsAsync("progress", 100);
        await _owner.DeleteAsync($"/api/tasks/{step.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await CountIsAsync("subtaskCount", 0);
        Assert.All(hub.Received("changed").Where(c => c.Text("type") == "task.counted"), c => Assert.Equal((task.Id(), 1L), (c.GetProperty("subject").Id(), c.Version())));

        Task CountIsAsync(string field, int count) => Eventually.IsAsync(() => hub.Received("changed").Any(c =>
            c.Text("type") == "task.counted" && c.GetProperty("changes").TryGetProperty(field, out var change) && change.GetProperty("to").GetInt32() == count));
    }

    [Fact]
    public async Task A_change_says_what_who_when_and_from_which_client()
    {
        var task = await _project.AddTaskAsync();
        await using var hub = await api.ConnectAsync(_ada);
        Assert.Null(await hub.InvokeAsync("Watch", "task", task.Id().ToString()));
        using var answer = await _owner.SendAsync(HttpMethod.Patch, $"/api/tasks/{task.Id()}", new { title = "New" }, ("X-Client-Id", "tab-7"));
        var after = await answer.JsonAsync(HttpStatusCode.OK);

        var change = await HeardAsync(hub, "task.updated");
        Assert.Equal(
            ["type", "subject", "version", "at", "actorId", "changeId", "clientId", "changes", "projectId", "taskId"], change.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("task.updated", "task", task.Id(), 2L), (change.Text("type"), change.GetProperty("subject").Text("kind"), change.GetProperty("subject").Id(), change.Version()));
        Assert.Equal((after.Text("updatedAt"), _owner.Id, "tab-7"), (change.Text("at"), change.GetProperty("actorId").GetGuid(), change.Text("clientId")));
        Assert.Equal(answer.Headers.GetValues("X-Change-Id").Single(), change.Text("changeId"));
        Assert.Equal("New", change.GetProperty("changes").GetProperty("title").Text("to"));
    }

    [Fact]
    public async Task Who_watches_a_task_hears_of_it_and_its_comments_and_of_no_other_task()
    {
        var (task, other) = (await _project.AddTaskAsync(), await _project.AddTaskAsync());
        await using var hub = await api.ConnectAsync(_ada);
        await using var everything = await api.ConnectAsync(_owner);
        Assert.Null(await hub.InvokeAsync("Watch", "task", task.Id().ToString()));
        Assert.Null(await everything.InvokeAsync("Watch", "project", _project.Id.ToString()));

        await CommentAsync(other.Id());
        await HeardAsync(everything, "comment.created");
        await CommentAsync(task.Id());
        await HeardAsync(hub, "comment.created");
        Assert.All(hub.Received("changed"), c => Assert.Equal(task.Id(), c.GetProperty("taskId").GetGuid()));
    }

    [Fact]
    public async Task Who_watches_a_project_and_its_task_hears_everything_once()
    {
        var task = await _project.AddTaskAsync();
        await using var hub = await api.ConnectAsync(_ada);
        Assert.Null(await hub.InvokeAsync("Watch", "task", task.Id().ToString()));
        Assert.Null(await hub.InvokeAsync("Watch", "project", _project.Id.ToString()));
        foreach (var title in new[] { "a", "b" })
        {
            await _owner.PatchAsync($"/api/tasks/{task.Id()}", new { title }).JsonAsync(HttpStatusCode.OK);
        }

        await Eventually.IsAsync(() => hub.Received("changed").Any(c => c.Version() == 3));
        Assert.Equal([2, 3], hub.Received("changed").Select(c => c.Version()).Where(version => version > 1));
    }

    [Fact]
    public async Task A_stranger_cannot_watch_and_neither_what_is_absent_nor_unknown_can_be_watched()
    {
        var task = await _project.AddTaskAsync();
        await using var stranger = await api.ConnectAsync(api.Someone());
        foreach (var (kind, id) in new[]
        {
            ("project", _project.Id.ToString()), ("task", task.Id().ToString()), ("project", Guid.CreateVersion7().ToString()), ("task", "none"), ("galaxy", _project.Id.ToString()),
        })
        {
            Assert.Contains("not_found", await stranger.InvokeAsync("Watch", kind, id), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Losing_the_membership_ends_the_watch()
    {
        var second = await GivenProject.CreateAsync(api, (_ada.Id, ProjectRoles.Viewer));
        var task = await _project.AddTaskAsync();
        await using var hub = await api.ConnectAsync(_ada);
        await using var owner = await api.ConnectAsync(_owner);
        Assert.Null(await hub.InvokeAsync("Watch", "project", _project.Id.ToString()));
        Assert.Null(await hub.InvokeAsync("Watch", "task", task.Id().ToString()));
        Assert.Null(await hub.InvokeAsync("Watch", "project", second.Id.ToString()));
        Assert.Null(await owner.InvokeAsync("Watch", "project", _project.Id.ToString()));

        await _project.RemoveMemberAsync(_ada.Id);
        await HeardAsync(hub, "member.removed");
        await _owner.PatchAsync($"/api/tasks/{task.Id()}", new { title = "Not for Ada" }).JsonAsync(HttpStatusCode.OK);
        await HeardAsync(owner, "task.updated");
        await second.RenameAsync("For Ada");
        await HeardAsync(hub, "project.updated");

        Assert.DoesNotContain("task.updated", hub.Received("changed").Select(c => c.Text("type")));
        Assert.Contains("not_found", await hub.InvokeAsync("Watch", "project", _project.Id.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_that_is_ended_hears_nothing_more()
    {
        var second = await GivenProject.CreateAsync(api, (_ada.Id, ProjectRoles.Viewer));
        await using var hub = await api.ConnectAsync(_ada);
        await using var owner = await api.ConnectAsync(_owner);
        Assert.Null(await hub.InvokeAsync("Watch", "project", _project.Id.ToString()));
        Assert.Null(await hub.InvokeAsync("Watch", "project", second.Id.ToString()));
        Assert.Null(await owner.InvokeAsync("Watch", "project", _project.Id.ToString()));
        Assert.Null(await hub.InvokeAsync("Unwatch", "project", _project.Id.ToString()));
        Assert.Null(await hub.InvokeAsync("Unwatch", "project", _project.Id.ToString()));

        await _project.RenameAsync("Unheard");
        await HearsAsync(owner, 1);
        await second.RenameAsync("Heard");
        await HearsAsync(hub, 1);
        Assert.Equal(second.Id, Assert.Single(hub.Received("changed")).GetProperty("projectId").GetGuid());
    }

    [Fact]
    public async Task Notifications_reach_all_connections_of_their_person_without_a_watch()
    {
        await using var one = await api.ConnectAsync(_ada);
        await using var two = await api.ConnectAsync(_ada);
        await using var other = await api.ConnectAsync(_owner);
        await _project.AddTaskAsync("Paint", _ada.Id);

        await Eventually.IsAsync(() => one.Received("notification").Count + two.Received("notification").Count == 2);
        var listed = Assert.Single((await _ada.ReadAsync("/api/notifications")).Items());
        Assert.Equal(listed.GetRawText(), Assert.Single(one.Received("notification")).GetRawText());
        Assert.Equal(listed.GetRawText(), Assert.Single(two.Received("notification")).GetRawText());
        Assert.Empty(other.Received("notification"));
    }

    [Fact]
    public async Task The_end_of_a_session_closes_its_connections()
    {
        var person = await api.RegisterAsync("Rita");
        await using var hub = await api.ConnectAsync(person);
        Assert.Contains("not_found", await hub.InvokeAsync("Watch", "project", _project.Id.ToString()), StringComparison.Ordinal);
        var session = Assert.Single((await person.ReadAsync("/api/auth/sessions")).Items());
        await api.PublishAsync(new SessionRevoked(person.Id, session.Id(), "test"), $"session:{session.Id()}", 1);
        await hub.Closed.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Too_many_calls_within_a_second_are_refused()
    {
        await using var hub = await api.ConnectAsync(_ada);
        var answers = new List<string?>();
        for (var i = 0; i < 200 && answers.LastOrDefault()?.Contains("too_many_requests", StringComparison.Ordinal) != true; i++)
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => hub.InvokeAsync("Unwatch", "project", _project.Id.ToString()))));
        }

        Assert.Contains(answers, a => a?.Contains("too_many_requests", StringComparison.Ordinal) == true);
    }

    private Task<JsonElement> CommentAsync(Guid task) => _owner.PostAsync($"/api/tasks/{task}/comments", new { body = "Hello" }).JsonAsync(HttpStatusCode.Created);

    /// <summary>The first change of a type; what was made before the watch began may still come before it.</summary>
    private static async Task<JsonElement> HeardAsync(HubConnection hub, string type)
    {
        await Eventually.IsAsync(() => hub.Received("changed").Any(c => c.Text("type") == type));
        return hub.Received("changed").First(c => c.Text("type") == type);
    }

    private static Task HearsAsync(HubConnection hub, int count) => Eventually.IsAsync(() => hub.Received("changed").Count >= count);
}
