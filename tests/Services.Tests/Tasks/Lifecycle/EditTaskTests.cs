using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Lifecycle;

public sealed class EditTaskTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_merge_patch_changes_what_it_names_and_clears_what_is_null()
    {
        var task = await team.TaskAsync(new { title = "Old", priority = "high", dueAt = "2026-05-01", deadlineAt = "2026-05-02", description = "kept" });
        var changed = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { title = "New", dueAt = (string?)null }).JsonAsync();

        Assert.Equal("New", changed.Text("title"));
        Assert.Equal("high", changed.Text("priority"));
        Assert.Equal(("kept", "2026-05-02"), (changed.Text("description"), changed.Text("deadlineAt")));
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("dueAt").ValueKind);
        Assert.Equal(2, changed.Version());
        Assert.Equal("none", (await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { priority = (string?)null }).JsonAsync()).Text("priority"));
    }

    [Fact]
    public async Task A_put_gives_what_it_leaves_out_its_default()
    {
        var task = await team.TaskAsync(new { title = "Old", priority = "high", description = "gone" });
        var changed = await team.Contributor.PutAsync($"/api/tasks/{task.Id()}", new { title = "New" }).JsonAsync();
        Assert.Equal(("New", "none", ""), (changed.Text("title"), changed.Text("priority"), changed.Text("description")));
    }

    [Fact]
    public async Task The_first_assignee_owns_a_task_and_whoever_is_named_owner_comes_to_stand_there()
    {
        var (mira, cem, vera) = (team.Manager.Id, team.Contributor.Id, team.Viewer.Id);
        var task = await team.TaskAsync(new { assigneeIds = new[] { mira, cem } });
        Assert.Equal(mira, task.Id("ownerId"));

        var moved = await PatchAsync(new { ownerId = cem });
        Assert.Equal(cem, moved.Id("ownerId"));
        Assert.Equal([cem, mira], AssigneesOf(moved));
        var widened = await PatchAsync(new { ownerId = vera });
        Assert.Equal([vera, cem, mira], AssigneesOf(widened));
        // Nobody is named: the order says who owns it.
        var reordered = await PatchAsync(new { assigneeIds = new[] { mira, vera }, ownerId = (Guid?)null });
        Assert.Equal(mira, reordered.Id("ownerId"));
        Assert.Equal([mira, vera], AssigneesOf(reordered));
        Assert.Equal(mira, (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).Id("ownerId"));
        var bulk = await team.Contributor.PostAsync("/api/tasks/bulk", new { ids = new[] { task.Id() }, changes = new { ownerId = vera } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(200, bulk.GetProperty("results")[0].Number("status"));

        var owned = await team.Viewer.ReadAsync($"/api/tasks?projectId={team.ProjectId}&query=owner%20%3D%20{vera}");
        Assert.Equal(task.Id(), Assert.Single(owned.Items()).Id());
        Assert.Empty((await team.Viewer.ReadAsync($"/api/tasks?projectId={team.ProjectId}&query=owner%20%3D%20{cem}%20and%20key%20%3D%20{task.Text("key")}")).Items());
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { ownerId = team.Stranger.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.True((await PatchAsync(new { assigneeIds = Array.Empty<Guid>() })).IsNull("ownerId"));

        Task<JsonElement> PatchAsync(object changes) => team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", changes).JsonAsync(HttpStatusCode.OK);

        static List<Guid> AssigneesOf(JsonElement answer) => [.. answer.GetProperty("assigneeIds").EnumerateArray().Select(id => id.GetGuid())];
    }

    [Fact]
    public async Task A_change_that_changes_nothing_writes_nothing_and_bears_no_change_id()
    {
        var task = await team.TaskAsync();
        using var same = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { title = " A task " });
        Assert.Equal(1, (await same.JsonAsync(HttpStatusCode.OK)).Version());
        Assert.False(same.Headers.Contains("X-Change-Id"));
        using var other = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { title = "Another" });
        Assert.True(other.Headers.Contains("X-Change-Id"));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_a_matching_one_passes()
    {
        var task = await team.TaskAsync();
        var path = $"/api/tasks/{task.Id()}";
        await team.Contributor.SendAsync(HttpMethod.Patch, path, new { title = "A" }, ("If-Match", "\"1\"")).JsonAsync();
        await team.Contributor.SendAsync(HttpMethod.Patch, path, new { title = "B" }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await team.Contributor.SendAsync(HttpMethod.Patch, path, new { title = "B" }, ("If-Match", "W/\"2\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.Equal("A", (await team.Viewer.ReadAsync(path)).Text("title"));
    }

    [Fact]
    public async Task An_unchanged_task_is_not_sent_again()
    {
        var task = await team.TaskAsync();
        using var answer = await team.Viewer.SendAsync(HttpMethod.Get, $"/api/tasks/{task.Id()}", null, ("If-None-Match", "\"1\""));
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task Concurrent_changes_of_different_fields_all_arrive()
    {
        var task = await team.TaskAsync();
        await Task.WhenAll(
            team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { title = "Renamed" }).JsonAsync(),
            team.Manager.PatchAsync($"/api/tasks/{task.Id()}", new { priority = "urgent" }).JsonAsync(),
            team.Owner.PatchAsync($"/api/tasks/{task.Id()}", new { estimateMinutes = 90 }).JsonAsync());
        var after = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}");
        Assert.Equal(("Renamed", "urgent", 90, 4L), (after.Text("title"), after.Text("priority"), after.GetProperty("estimateMinutes").GetInt32(), after.Version()));
    }

    [Fact]
    public async Task A_task_cannot_come_to_stand_below_itself()
    {
        var parent = await team.TaskAsync();
        var child = await team.TaskAsync(new { parentId = parent.Id() });
        foreach (var parentId in new[] { child.Id(), parent.Id() })
        {
            await team.Contributor.PatchAsync($"/api/tasks/{parent.Id()}", new { parentId }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "parent_cycle");
        }
    }

    [Fact]
    public async Task Read_only_members_never_change_anything()
    {
        var task = await team.TaskAsync();
        var after = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new
        {
            id = Guid.CreateVersion7(),
            number = 999,
            version = 999,
            projectId = Guid.CreateVersion7(),
            reporterId = team.Owner.Id,
            commentCount = 9,
            unknown = true,
        }).JsonAsync();
        Assert.Equal(task.GetRawText(), after.GetRawText());
    }

    [Theory]
    [InlineData("{\"title\": null}", "title")]
    [InlineData("{\"title\": \" \"}", "title")]
    [InlineData("{\"difficulty\": 0}", "difficulty")]
    [InlineData("{\"priority\": \"9\"}", "priority")]
    [InlineData("{\"status\": \"nowhere\"}", "status")]
    [InlineData("{\"assigneeIds\": [\"x\"]}", "assigneeIds[0]")]
    [InlineData("{\"startAt\": \"2026-13-01\"}", "startAt")]
    public async Task A_wrong_member_is_named_and_nothing_changes(string json, string field)
    {
        var task = await team.TaskAsync();
        using var body = new StringContent(json, null, "application/merge-patch+json");
        var problem = await team.Contributor.Client.PatchAsync(new Uri($"/api/tasks/{task.Id()}", UriKind.Relative), body)
            .ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
        Assert.Equal(1, (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).Version());
    }

    [Fact]
    public async Task Rights_are_kept()
    {
        var path = $"/api/tasks/{(await team.TaskAsync()).Id()}";
        await team.Viewer.PatchAsync(path, new { title = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Viewer.PutAsync(path, new { title = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PatchAsync(path, new { title = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PatchAsync(path, new { assigneeIds = new[] { team.Stranger.Id } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PatchAsync(path, new { parentId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_refused_change_leaves_no_label_behind()
    {
        var (project, _) = await team.NewProjectAsync();
        var task = (await team.TaskAsync(projectId: project)).Id();
        object[] refused =
        [
            new { labels = new[] { "Never" }, assigneeIds = new[] { Guid.CreateVersion7() } },
            new { labels = new[] { "Never" }, parentId = Guid.CreateVersion7() },
            new { labels = new[] { "Never" }, parentId = task },
        ];
        foreach (var body in refused)
        {
            Assert.InRange((int)(await team.Contributor.PatchAsync($"/api/tasks/{task}", body)).StatusCode, 404, 422);
        }

        await team.Contributor.PostAsync("/api/tasks", new { projectId = project, title = "x", labels = new[] { "Never" }, parentId = Guid.CreateVersion7() })
            .JsonAsync(HttpStatusCode.NotFound);
        Assert.Equal(0, await api.QueryAsync<long>("tasks", $"select count(*) from project_label where project_id = '{project}'"));
    }

    [Fact]
    public async Task Two_tasks_that_become_each_others_parent_at_once_make_no_circle()
    {
        for (var round = 0; round < 10; round++)
        {
            var (one, other) = ((await team.TaskAsync()).Id(), (await team.TaskAsync()).Id());
            var answers = await Task.WhenAll(
                team.Contributor.PatchAsync($"/api/tasks/{one}", new { parentId = other }), team.Manager.PatchAsync($"/api/tasks/{other}", new { parentId = one }));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
        }
    }
}
