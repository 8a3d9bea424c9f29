using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Bulk;

public sealed class ChangeTasksTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private const string Bulk = "/api/tasks/bulk";

    [Fact]
    public async Task Many_tasks_are_changed_alike_as_one_change_and_one_undo_undoes_it_all()
    {
        var (project, _) = await team.NewProjectAsync();
        var (other, _) = await team.NewProjectAsync();
        var tasks = new[]
        {
            await team.TaskAsync(new { labels = new[] { "Old", "kept" }, description = "stays" }, project),
            await team.TaskAsync(new { assigneeIds = new[] { team.Viewer.Id }, status = "done" }, project),
            await team.TaskAsync(new { labels = new[] { "old" } }, other),
        };
        using var answer = await team.Contributor.PostAsync(Bulk, new
        {
            ids = tasks.Select(t => t.Id()),
            changes = new { priority = "urgent", dueAt = "2026-12-24", deadlineAt = "2026-12-20T12:00:00Z", durationMinutes = 960, status = "in_progress", addLabels = new[] { "New" }, removeLabels = new[] { "OLD" }, addAssigneeIds = new[] { team.Manager.Id } },
        });
        var body = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(tasks.Select(t => t.Id()), body.GetProperty("results").EnumerateArray().Select(r => r.Id()));
        Assert.All(body.GetProperty("results").EnumerateArray(), r => Assert.Equal(["id", "status", "version"], r.Names()));
        Assert.Equal(answer.Headers.GetValues("X-Change-Id").Single(), body.Text("changeId"));

        var changed = await ReadAsync(tasks);
        Assert.All(changed, t => Assert.Equal(("urgent", "2026-12-24", "in_progress"), (t.Text("priority"), t.Text("dueAt"), t.Text("status"))));
        Assert.All(changed, t => Assert.Equal(("2026-12-20T12:00:00Z", 960), (t.Text("deadlineAt"), t.Number("durationMinutes"))));
        Assert.Equal(["kept New", "New", "New"], changed.Select(t => string.Join(' ', t.GetProperty("labels").EnumerateArray().Select(l => l.GetString()))));
        Assert.Equal([1, 2, 1], changed.Select(t => t.GetProperty("assigneeIds").GetArrayLength()));
        Assert.Equal("stays", changed[0].Text("description"));

        var undone = await team.Contributor.PostAsync($"/api/changes/{body.Text("changeId")}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(3, undone.GetProperty("tasks").GetArrayLength());
        Assert.Equal(tasks.Select(State), (await ReadAsync(tasks)).Select(State));
    }

    [Fact]
    public async Task All_or_nothing_unless_each_is_to_be_changed_as_far_as_it_can_be()
    {
        var (free, lost) = (await team.TaskAsync(), Guid.CreateVersion7());
        var (archived, _) = await team.NewProjectAsync();
        var still = await team.TaskAsync(projectId: archived);
        await team.Owner.PostAsync($"/api/projects/{archived}/archive").JsonAsync();
        await Eventually.GetAsync(() => team.Contributor.PatchAsync($"/api/tasks/{still.Id()}", new { title = "x" }), r => r.StatusCode == HttpStatusCode.UnprocessableEntity);
        var ids = new[] { free.Id(), still.Id(), lost };

        var refused = await team.Contributor.PostAsync(Bulk, new { ids, changes = new { priority = "low" } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
        Assert.Equal(still.Id(), refused.Id("taskId"));
        Assert.Equal(1, (await team.Viewer.ReadAsync($"/api/tasks/{free.Id()}")).Version());

        var results = (await team.Contributor.PostAsync(Bulk, new { ids, changes = new { priority = "low" }, atomic = false }).JsonAsync(HttpStatusCode.OK)).GetProperty("results");
        Assert.Equal([200, 422, 404], results.EnumerateArray().Select(r => r.Number("status")));
        Assert.Equal(["project_archived", "not_found"], results.EnumerateArray().Skip(1).Select(r => r.Text("code")));
        Assert.Equal("low", (await team.Viewer.ReadAsync($"/api/tasks/{free.Id()}")).Text("priority"));
    }

    [Fact]
    public async Task What_only_some_problems_tell_stands_with_the_task_that_has_the_problem()
    {
        var task = await team.TaskAsync(projectId: await api.GuardedProjectAsync(team));
        var result = Assert.Single((await team.Contributor.PostAsync(Bulk, new { ids = new[] { task.Id() }, changes = new { status = "done" }, atomic = false }).JsonAsync(HttpStatusCode.OK))
            .GetProperty("results").EnumerateArray());
        Assert.Equal(("approval_required", 2, 3), (result.Text("code"), result.GetProperty("extensions").Number("needed"), result.GetProperty("extensions").GetProperty("approverIds").GetArrayLength()));
    }

    [Fact]
    public async Task Tasks_are_deleted_with_everything_below_them_and_come_back_together()
    {
        var (project, _) = await team.NewProjectAsync();
        var parent = (await team.TaskAsync(projectId: project)).Id();
        var child = (await team.TaskAsync(new { parentId = parent }, project)).Id();
        var other = (await team.TaskAsync(projectId: project)).Id();
        var change = await team.Contributor.PostAsync(Bulk, new { ids = new[] { parent, other }, changes = new { delete = true } }).ChangeIdAsync();
        Assert.Empty((await team.Viewer.ReadAsync($"/api/tasks?projectId={project}")).Items());
        Assert.Equal([0, 1], (await team.Viewer.ReadAsync($"/api/tasks/trash?projectId={project}")).Items().Select(t => t.Number("subtaskCount")).Order());

        await team.Contributor.PostAsync($"/api/changes/{change}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(new[] { parent, child, other }.Order(), (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}")).Items().Select(t => t.Id()).Order());
    }

    [Fact]
    public async Task Tasks_go_to_the_end_in_their_order_and_an_undo_is_refused_when_others_built_on_it()
    {
        var (project, _) = await team.NewProjectAsync();
        var tasks = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            tasks.Add((await team.TaskAsync(projectId: project)).Id());
        }

        var change = await team.Contributor.PostAsync(Bulk, new { ids = new[] { tasks[2], tasks[0] }, changes = new { moveToEnd = true, parentId = tasks[1] } }).ChangeIdAsync();
        Assert.Equal([tasks[1], tasks[3], tasks[0], tasks[2]], (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&sort=rank")).Items().Select(t => t.Id()));
        Assert.Equal(2, (await team.Viewer.ReadAsync($"/api/tasks/{tasks[1]}")).Number("subtaskCount"));
        await team.Manager.PatchAsync($"/api/tasks/{tasks[0]}", new { parentId = (Guid?)null }).JsonAsync();
        await team.Contributor.PostAsync($"/api/changes/{change}/undo").ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
        await team.Contributor.PostAsync(Bulk, new { ids = new[] { tasks[1] }, changes = new { parentId = tasks[2] } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "parent_cycle");
    }

    [Fact]
    public async Task Tasks_that_recur_and_are_completed_together_each_make_their_next_one()
    {
        var (project, _) = await team.NewProjectAsync();
        var recurrence = new { rule = "FREQ=WEEKLY" };
        var ids = new[]
        {
            (await team.TaskAsync(new { title = "Water", dueAt = "2026-03-02", recurrence }, project)).Id(),
            (await team.TaskAsync(new { title = "Sweep", dueAt = "2026-03-03", recurrence }, project)).Id(),
            (await team.TaskAsync(new { title = "Once" }, project)).Id(),
        };
        var change = await team.Contributor.PostAsync(Bulk, new { ids, changes = new { status = "done" } }).ChangeIdAsync();
        var open = (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&status=todo&sort=number")).Items();
        Assert.Equal([("Water", "2026-03-09", 4), ("Sweep", "2026-03-10", 5)], open.Select(t => (t.Text("title"), t.Text("dueAt"), t.Number("number"))).OrderBy(t => t.Item3));

        await team.Contributor.PostAsync($"/api/changes/{change}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(3, (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&status=todo")).Items().Count);
    }

    [Fact]
    public async Task Steps_and_custom_fields_are_set_alike_by_name()
    {
        var (project, _) = await team.NewProjectAsync();
        await team.Manager.PostAsync($"/api/projects/{project}/custom-fields", new { name = "Cost", type = "number" }).JsonAsync(HttpStatusCode.Created);
        var ids = new[] { (await team.TaskAsync(new { customFields = new { Cost = 1 } }, project)).Id(), (await team.TaskAsync(projectId: project)).Id() };
        await team.Contributor.PostAsync(Bulk, new { ids, changes = new { customFields = new { cost = 7 }, steps = new[] { new { title = "Ask", required = true } } } }).JsonAsync(HttpStatusCode.OK);
        foreach (var id in ids)
        {
            var task = await team.Viewer.ReadAsync($"/api/tasks/{id}");
            Assert.Equal(7, task.GetProperty("customFields").GetProperty("Cost").GetInt32());
            Assert.Equal("Ask", Assert.Single(task.GetProperty("steps").EnumerateArray()).Text("title"));
        }

        await team.Contributor.PostAsync(Bulk, new { ids, changes = new { customFields = new { nothing = 7 } } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(Bulk, new { ids, changes = new { status = "done" } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "required_steps_open");
    }

    [Fact]
    public async Task A_thousand_tasks_are_one_change_that_a_key_makes_repeatable()
    {
        var (project, _) = await team.NewProjectAsync();
        var first = await team.TaskAsync(projectId: project);
        var ids = (await api.QueryAsync<Guid[]>("tasks", CopyOf(first.Id(), ChangeSize - 1))).Append(first.Id()).ToList();

        var request = new { ids, changes = new { status = "done", priority = "high", addLabels = new[] { "all" } } };
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await team.Contributor.SendAsync(HttpMethod.Post, Bulk, request, key);
        var body = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(ChangeSize, body.GetProperty("results").GetArrayLength());
        using var again = await team.Contributor.SendAsync(HttpMethod.Post, Bulk, request, key);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(body.GetRawText(), (await again.JsonAsync(HttpStatusCode.OK)).GetRawText());
        Assert.Equal(ChangeSize, await api.QueryAsync<long>("tasks", $"select count(distinct stream_id) from task_event where change_id = '{body.Text("changeId")}'"));

        await team.Contributor.PostAsync($"/api/changes/{body.Text("changeId")}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(ChangeSize, await api.QueryAsync<long>("tasks", $"select count(*) from task where project_id = '{project}' and status = 'todo' and labels = '{{}}'"));
        await team.Contributor.PostAsync(Bulk, new { ids = ids.Append(Guid.CreateVersion7()), changes = new { title = "x" } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task A_wish_that_is_none_is_refused_before_any_task_is_looked_for()
    {
        var task = await team.TaskAsync();
        foreach (var wrong in new object[]
        {
            new { ids = new[] { task.Id() }, changes = new { } },
            new { ids = Array.Empty<Guid>(), changes = new { title = "x" } },
            new { ids = new[] { task.Id() } },
            new { ids = new[] { task.Id() }, changes = new { title = " " } },
            new { ids = new[] { task.Id() }, changes = new { delete = true, title = "x" } },
            new { ids = new[] { task.Id() }, changes = new { status = "nowhere" } },
        })
        {
            await team.Contributor.PostAsync(Bulk, wrong).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        await team.Stranger.PostAsync(Bulk, new { ids = new[] { task.Id() }, changes = new { title = "x" } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.PostAsync(Bulk, new { ids = new[] { task.Id() }, changes = new { title = "x" } }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Contributor.PostAsync(Bulk, new { ids = new[] { task.Id() }, changes = new { addAssigneeIds = new[] { team.Stranger.Id } } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private const int ChangeSize = 1_000;

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(IEnumerable<JsonElement> tasks) =>
        await Task.WhenAll(tasks.Select(t => team.Viewer.ReadAsync($"/api/tasks/{t.Id()}")));

    private static string State(JsonElement task) =>
        string.Join('\n', task.EnumerateObject().Where(m => m.Name is not ("version" or "updatedAt")).Select(m => $"{m.Name}: {m.Value.GetRawText()}"));

    /// <summary>Copies of a task without the requests that would make them.</summary>
    private static string CopyOf(Guid task, int count) =>
        $"""
        with copied as (
            insert into task
            select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', n + 1, 'rank', 'm' || lpad(n::text, 6, '0') || 'x'))).*
            from task t, generate_series(1, {count}) n where t.id = '{task}'
            returning id)
        select array_agg(id) from copied
        """;
}
