using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Dependencies;

public sealed class AddDependencyTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_dependency_is_seen_from_both_ends()
    {
        var (first, second) = (await team.TaskAsync(new { title = "First" }), await team.TaskAsync(new { title = "Second" }));

        var made = await AddAsync(first, new { taskId = second.Id(), type = "blocks", link = "start_to_start", lagMinutes = -30 });

        Assert.Equal(["id", "taskId", "type", "link", "lagMinutes", "task", "createdBy", "createdAt", "version"], made.Names());
        Assert.Equal((second.Id(), "blocks", "start_to_start", -30), (made.Id("taskId"), made.Text("type"), made.Text("link"), made.Number("lagMinutes")));
        Assert.Equal((second.Text("key"), "Second", "unstarted"), (made.GetProperty("task").Text("key"), made.GetProperty("task").Text("title"), made.GetProperty("task").Text("statusCategory")));
        Assert.Equal(team.Contributor.Id, made.Id("createdBy"));
        var seen = Assert.Single((await team.Viewer.ReadAsync($"/api/tasks/{second.Text("key")}/dependencies")).Items());
        Assert.Equal((made.Id(), first.Id(), "blocked_by", "start_to_start"), (seen.Id(), seen.Id("taskId"), seen.Text("type"), seen.Text("link")));
    }

    [Theory]
    [InlineData("blocks", "blocked_by")]
    [InlineData("blocked_by", "blocks")]
    [InlineData("relates_to", "relates_to")]
    [InlineData("duplicates", "duplicated_by")]
    [InlineData("duplicated_by", "duplicates")]
    public async Task Every_type_has_its_contrary(string type, string contrary)
    {
        var (one, other) = (await team.TaskAsync(), await team.TaskAsync());

        var made = await AddAsync(one, new { taskId = other.Id(), type });

        Assert.Equal(type, made.Text("type"));
        Assert.Equal(type.StartsWith("block", StringComparison.Ordinal) ? "finish_to_start" : null, made.GetProperty("link").GetString());
        Assert.Equal(contrary, Assert.Single((await team.Viewer.ReadAsync($"/api/tasks/{other.Id()}/dependencies")).Items()).Text("type"));
        // From the other end it is the same dependency.
        await team.Contributor.PostAsync($"/api/tasks/{other.Id()}/dependencies", new { taskId = one.Id(), type = contrary }).ProblemAsync(HttpStatusCode.Conflict, "dependency_exists");
    }

    [Fact]
    public async Task A_circle_is_refused_and_named_by_keys()
    {
        var (project, key) = await team.NewProjectAsync();
        var tasks = new List<JsonElement>();
        for (var i = 0; i < 4; i++)
        {
            tasks.Add(await team.TaskAsync(projectId: project));
        }

        await AddAsync(tasks[0], new { taskId = tasks[1].Id(), type = "blocks" });
        await AddAsync(tasks[1], new { taskId = tasks[2].Id(), type = "blocks" });
        await AddAsync(tasks[1], new { taskId = tasks[3].Id(), type = "blocks" });
        await AddAsync(tasks[3], new { taskId = tasks[2].Id(), type = "blocks" });

        var refused = await team.Contributor.PostAsync($"/api/tasks/{tasks[0].Id()}/dependencies", new { taskId = tasks[2].Id(), type = "blocked_by" })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "dependency_cycle");

        Assert.Equal([$"{key}-3", $"{key}-1", $"{key}-2", $"{key}-3"], refused.GetProperty("cycle").EnumerateArray().Select(k => k.GetString()!));
        Assert.Contains($"{key}-3 blocks {key}-1 blocks {key}-2 blocks {key}-3", refused.Text("detail"), StringComparison.Ordinal);
        var own = await team.Contributor.PostAsync($"/api/tasks/{tasks[0].Id()}/dependencies", new { taskId = tasks[0].Id(), type = "blocks" })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "dependency_cycle");
        Assert.Equal([$"{key}-1", $"{key}-1"], own.GetProperty("cycle").EnumerateArray().Select(k => k.GetString()!));
        // What waits for nobody may go round.
        await AddAsync(tasks[2], new { taskId = tasks[0].Id(), type = "relates_to" });
    }

    [Fact]
    public async Task Of_two_that_close_a_circle_together_one_is_refused()
    {
        for (var round = 0; round < 5; round++)
        {
            var (a, b, c) = (await team.TaskAsync(), await team.TaskAsync(), await team.TaskAsync());
            var answers = await Task.WhenAll(
                StatusAsync(a, b), StatusAsync(b, c), StatusAsync(c, a));

            Assert.Equal([201, 201, 422], answers.Order());
        }
    }

    [Fact]
    public async Task Many_dependencies_of_one_task_are_made_at_once()
    {
        var hub = await team.TaskAsync();
        var others = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => team.TaskAsync()));

        await Task.WhenAll(others.Select(other => AddAsync(hub, new { taskId = other.Id(), type = "blocks" })));

        Assert.Equal(12, (await team.Viewer.ReadAsync($"/api/tasks/{hub.Id()}/dependencies")).Items().Count);
        Assert.Equal(13, (await team.Viewer.ReadAsync($"/api/tasks/{hub.Id()}")).Version());
    }

    [Fact]
    public async Task Both_tasks_tell_of_it_in_their_history_and_activity()
    {
        var (first, second) = (await team.TaskAsync(), await team.TaskAsync());
        using var answer = await team.Contributor.PostAsync($"/api/tasks/{first.Id()}/dependencies", new { taskId = second.Id(), type = "blocks", lagMinutes = 60 });
        var made = await answer.JsonAsync(HttpStatusCode.Created);

        foreach (var (task, other, type) in new[] { (first, second, "blocks"), (second, first, "blocked_by") })
        {
            var entry = (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/history")).Items()[^1];
            Assert.Equal(("task.dependency_added", 2L), (entry.Text("type"), entry.Version()));
            Assert.Equal(answer.Headers.GetValues("X-Change-Id").Single(), entry.Text("changeId"));
            var change = entry.GetProperty("changes").GetProperty("dependencies");
            Assert.Equal(JsonValueKind.Null, change.GetProperty("from").ValueKind);
            Assert.Equal((made.Id(), other.Id(), type, 60), (change.GetProperty("to").Id(), change.GetProperty("to").Id("taskId"), change.GetProperty("to").Text("type"), change.GetProperty("to").Number("lagMinutes")));
            await Eventually.GetAsync(
                async () => (await team.Viewer.ReadAsync($"/api/activity?taskId={task.Id()}")).Items(),
                items => items.Any(i => i.Text("type") == "task.dependency_added"));
        }
    }

    [Fact]
    public async Task Tasks_of_two_projects_of_a_workspace_depend_on_each_other_for_those_who_edit_both()
    {
        var (project, key) = await team.NewProjectAsync();
        var (near, far) = (await team.TaskAsync(), await team.TaskAsync(projectId: project));
        await AddAsync(near, new { taskId = far.Id(), type = "blocked_by" });
        var seen = (await team.Viewer.ReadAsync($"/api/tasks/{near.Id()}/dependencies")).Items();
        Assert.Equal($"{key}-1", Assert.Single(seen).GetProperty("task").Text("key"));

        await team.Owner.PutAsync($"/api/projects/{project}/members/{team.Contributor.Id}", new { role = "viewer" }).JsonAsync();
        await Eventually.GetAsync(
            () => api.QueryAsync<short>("tasks", $"select rank from project_member where project_id = '{project}' and user_id = '{team.Contributor.Id}'"), rank => rank == 1);
        await team.Contributor.PostAsync($"/api/tasks/{near.Id()}/dependencies", new { taskId = far.Id(), type = "relates_to" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        var hidden = await team.Owner.PostAsync("/api/projects", new { name = "Hidden" }).JsonAsync(HttpStatusCode.Created);
        var secret = await team.Owner.PostAsync("/api/tasks", new { projectId = hidden.Id(), title = "Secret" }).JsonAsync(HttpStatusCode.Created);
        await team.Contributor.PostAsync($"/api/tasks/{near.Id()}/dependencies", new { taskId = secret.Id(), type = "blocks" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Owner.PostAsync($"/api/tasks/{far.Id()}/dependencies", new { taskId = secret.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created);
        // Who cannot see one end sees nothing of it, not even in the name of a circle.
        Assert.Single((await team.Viewer.ReadAsync($"/api/tasks/{far.Id()}/dependencies")).Items());
        await team.Owner.PostAsync($"/api/tasks/{secret.Id()}/dependencies", new { taskId = near.Id(), type = "blocked_by" }).JsonAsync(HttpStatusCode.Created);
        var other = await team.TaskAsync();
        await team.Owner.PostAsync($"/api/tasks/{secret.Id()}/dependencies", new { taskId = other.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created);
        var circle = await team.Contributor.PostAsync($"/api/tasks/{other.Id()}/dependencies", new { taskId = near.Id(), type = "blocks" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "dependency_cycle");
        Assert.Equal("a task that you cannot see", circle.GetProperty("cycle")[2].GetString());
    }

    [Fact]
    public async Task Tasks_of_two_workspaces_do_not_depend_on_each_other()
    {
        var workspace = await team.Owner.PostAsync("/api/workspaces", new { name = "Elsewhere" }).JsonAsync(HttpStatusCode.Created);
        var project = await team.Owner.PostAsync("/api/projects", new { name = "Elsewhere", workspaceId = workspace.Id() }).JsonAsync(HttpStatusCode.Created);
        var far = await team.Owner.PostAsync("/api/tasks", new { projectId = project.Id(), title = "Far" }).JsonAsync(HttpStatusCode.Created);
        var near = await team.TaskAsync();
        await team.Owner.PostAsync($"/api/tasks/{near.Id()}/dependencies", new { taskId = far.Id(), type = "blocks" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "other_workspace");
    }

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        var (one, other) = (await team.TaskAsync(), await team.TaskAsync());
        var path = $"/api/tasks/{one.Id()}/dependencies";
        var unknown = await team.Contributor.PostAsync(path, new { taskId = other.Id(), type = "follows" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains("blocked_by", unknown.GetProperty("errors").GetProperty("type")[0].GetString(), StringComparison.Ordinal);
        await team.Contributor.PostAsync(path, new { taskId = other.Id(), type = "blocks", link = "end" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(path, new { taskId = other.Id(), type = "relates_to", link = "finish_to_start" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(path, new { taskId = other.Id(), type = "relates_to", lagMinutes = 1 }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(path, new { taskId = other.Id(), type = "blocks", lagMinutes = 525_601 }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(path, new { taskId = Guid.CreateVersion7(), type = "blocks" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.PostAsync(path, new { taskId = other.Id(), type = "blocks" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync(path, new { taskId = other.Id(), type = "blocks" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_query_finds_open_tasks_that_wait_for_open_ones()
    {
        var (project, _) = await team.NewProjectAsync();
        var (first, second, third) = (await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project));
        await AddAsync(first, new { taskId = second.Id(), type = "blocks" });
        await AddAsync(second, new { taskId = third.Id(), type = "relates_to" });
        Assert.Equal([second.Id()], await BlockedAsync(project, "true"));
        Assert.Equal(2, (await BlockedAsync(project, "false")).Count);

        await team.Contributor.PatchAsync($"/api/tasks/{first.Id()}/status", new { status = "done" }).JsonAsync();
        Assert.Empty(await BlockedAsync(project, "true"));
    }

    private async Task<List<Guid>> BlockedAsync(Guid project, string value) =>
        [.. (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&query=blocked%20%3D%20{value}")).Items().Select(t => t.Id())];

    private Task<JsonElement> AddAsync(JsonElement task, object body) =>
        team.Contributor.PostAsync($"/api/tasks/{task.Id()}/dependencies", body).JsonAsync(HttpStatusCode.Created);

    private async Task<int> StatusAsync(JsonElement blocking, JsonElement blocked)
    {
        using var answer = await team.Contributor.PostAsync($"/api/tasks/{blocking.Id()}/dependencies", new { taskId = blocked.Id(), type = "blocks" });
        return (int)answer.StatusCode;
    }
}
