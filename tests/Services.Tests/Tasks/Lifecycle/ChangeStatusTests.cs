using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Lifecycle;

public sealed class ChangeStatusTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_guarded_move_takes_the_role_and_a_state_the_fields_that_it_wants()
    {
        var project = await api.GuardedProjectAsync(team);
        var task = await team.TaskAsync(projectId: project);
        var path = $"/api/tasks/{task.Id()}/status";
        var kept = await team.Contributor.PatchAsync(path, new { status = "cancelled" }).ProblemAsync(HttpStatusCode.Forbidden, "transition_forbidden");
        Assert.Equal("manager", kept.Text("role"));
        var missing = await team.Contributor.PatchAsync(path, new { status = "in_review" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "fields_required");
        Assert.Equal(["assigneeIds", "estimateMinutes"], missing.GetProperty("fields").EnumerateArray().Select(f => f.GetString()!));

        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { status = "in_review", assigneeIds = new[] { team.Contributor.Id }, estimateMinutes = 5 }).JsonAsync();
        await team.Contributor.PatchAsync(path, new { status = "todo" }).JsonAsync();
        Assert.Equal("cancelled", (await team.Manager.PatchAsync(path, new { status = "cancelled" }).JsonAsync()).Text("status"));
    }

    [Fact]
    public async Task What_is_missing_is_said_before_approval_is_asked_for()
    {
        var project = await api.GuardedProjectAsync(team);
        await team.Manager.PostAsync($"/api/projects/{project}/custom-fields", new { name = "Oven", type = "text", required = "completion" }).JsonAsync(HttpStatusCode.Created);
        var task = await team.TaskAsync(new { steps = new[] { new { title = "Heat it", required = true } } }, project);
        var path = $"/api/tasks/{task.Id()}";
        await Eventually.GetAsync(
            () => team.Contributor.PatchAsync(path + "/status", new { status = "done" }).JsonAsync(HttpStatusCode.UnprocessableEntity), p => p.Text("code") == "fields_required");
        await team.Contributor.PatchAsync(path, new { customFields = new { Oven = "Stone" } }).JsonAsync();
        await team.Contributor.PatchAsync(path + "/status", new { status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "required_steps_open");
        await team.Contributor.PatchAsync($"{path}/steps/{task.GetProperty("steps")[0].Id()}", new { done = true }).JsonAsync();
        await team.Contributor.PatchAsync(path + "/status", new { status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "approval_required");
    }

    [Fact]
    public async Task Completing_and_reopening_keep_category_time_and_progress_in_step()
    {
        var task = await team.TaskAsync();
        var done = await MoveAsync(task, "done");
        Assert.Equal(("done", "completed", 100, 3L), (done.Text("status"), done.Text("statusCategory"), done.GetProperty("progress").GetInt32(), done.Version()));
        var completedAt = done.GetProperty("completedAt").GetDateTimeOffset();

        // From one closed state to another it stays completed when it was.
        var cancelled = await MoveAsync(task, "cancelled");
        Assert.Equal(("cancelled", completedAt), (cancelled.Text("statusCategory"), cancelled.GetProperty("completedAt").GetDateTimeOffset()));

        var open = await MoveAsync(task, "in_progress");
        Assert.Equal(("started", 0, JsonValueKind.Null), (open.Text("statusCategory"), open.GetProperty("progress").GetInt32(), open.GetProperty("completedAt").ValueKind));
        Assert.Equal(
            ["task.created", "task.status_changed", "task.completed", "task.status_changed", "task.status_changed", "task.reopened"],
            (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/history")).Items().Select(e => e.Text("type")));
    }

    [Fact]
    public async Task The_status_that_a_task_has_already_changes_nothing()
    {
        var task = await team.TaskAsync();
        Assert.Equal(task.GetRawText(), (await MoveAsync(task, "todo")).GetRawText());
    }

    [Fact]
    public async Task A_status_outside_the_workflow_is_invalid_and_names_the_known_ones()
    {
        var path = $"/api/tasks/{(await team.TaskAsync()).Id()}/status";
        var problem = await team.Contributor.PatchAsync(path, new { status = "nowhere" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains("in_progress", problem.GetProperty("errors").GetProperty("status")[0].GetString(), StringComparison.Ordinal);
        await team.Contributor.PatchAsync(path, new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task An_illegal_transition_is_refused_and_names_the_legal_ones()
    {
        var (project, _) = await team.NewProjectAsync();
        var task = await team.TaskAsync(projectId: project);
        await LetOnlyFollowAsync(project, "todo", "in_progress", "cancelled");

        var path = $"/api/tasks/{task.Id()}/status";
        var problem = await team.Contributor.PatchAsync(path, new { status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "illegal_transition");
        Assert.Equal(["in_progress", "cancelled"], problem.GetProperty("legal").EnumerateArray().Select(s => s.GetString()));
        await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/move", new { status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "illegal_transition");
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "illegal_transition");
        await MoveAsync(task, "in_progress");
        await MoveAsync(task, "done");
    }

    [Fact]
    public async Task An_archived_project_is_read_only()
    {
        var (project, _) = await team.NewProjectAsync();
        var task = await team.TaskAsync(projectId: project);
        await team.Owner.PostAsync($"/api/projects/{project}/archive").JsonAsync();
        await Eventually.GetAsync(() => api.QueryAsync<string>("tasks", $"select state from project where id = '{project}'"), state => state == "archived");

        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { title = "x" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
        await team.Contributor.DeleteAsync($"/api/tasks/{task.Id()}").ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
        await team.Contributor.PostAsync("/api/tasks", new { projectId = project, title = "x" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
        Assert.Equal("todo", (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).Text("status"));
    }

    [Fact]
    public async Task Rights_and_versions_are_kept()
    {
        var path = $"/api/tasks/{(await team.TaskAsync()).Id()}/status";
        var body = new { status = "done" };
        await team.Viewer.PatchAsync(path, body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PatchAsync(path, body).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.SendAsync(HttpMethod.Patch, path, body, ("If-Match", "\"2\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await team.Contributor.SendAsync(HttpMethod.Patch, path, body, ("If-Match", "*")).JsonAsync(HttpStatusCode.OK);
    }

    private Task<JsonElement> MoveAsync(JsonElement task, string status) =>
        team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status }).JsonAsync(HttpStatusCode.OK);

    /// <summary>Rewires one state of a project's workflow and waits until tasks has heard of it.</summary>
    private async Task LetOnlyFollowAsync(Guid project, string from, params string[] next)
    {
        var workflow = await team.Owner.ReadAsync($"/api/projects/{project}/workflow");
        var states = workflow.GetProperty("states").EnumerateArray().Select(s => new
        {
            key = s.Text("key"),
            name = s.Text("name"),
            category = s.Text("category"),
            next = s.Text("key") == from ? next : [],
        });
        await team.Owner.PutAsync($"/api/projects/{project}/workflow", new { states }).JsonAsync(HttpStatusCode.OK);
        var version = await api.QueryAsync<long>("projects", $"select version from project where id = '{project}'");
        await Eventually.GetAsync(() => api.QueryAsync<long>("tasks", $"select version from project where id = '{project}'"), known => known >= version);
    }
}
