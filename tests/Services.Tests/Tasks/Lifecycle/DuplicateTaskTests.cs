using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Lifecycle;

public sealed class DuplicateTaskTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_task_is_made_once_more_without_what_is_its_own()
    {
        var parent = (await team.TaskAsync()).Id();
        var task = await team.TaskAsync(new { title = "Bake", description = "long", status = "done", priority = "high", dueAt = "2026-05-01", deadlineAt = "2026-04-30", durationMinutes = 30, labels = new[] { "Oven" }, assigneeIds = new[] { team.Viewer.Id }, parentId = parent });
        await team.TaskAsync(new { parentId = task.Id() });
        using var answer = await team.Manager.PostAsync($"/api/tasks/{task.Id()}/duplicate", new { subtasks = false, title = "Bake again" });
        var twin = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.EndsWith($"/api/tasks/{twin.Id()}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("Bake again", "todo", 1L, team.Manager.Id, 0), (twin.Text("title"), twin.Text("status"), twin.Version(), twin.Id("reporterId"), twin.Number("subtaskCount")));
        foreach (var member in new[] { "description", "priority", "dueAt", "deadlineAt", "durationMinutes", "labels", "assigneeIds", "parentId", "projectId" })
        {
            Assert.Equal(task.GetProperty(member).GetRawText(), twin.GetProperty(member).GetRawText());
        }

        Assert.NotEqual(task.Text("key"), twin.Text("key"));
        Assert.Equal(2, (await team.Viewer.ReadAsync($"/api/tasks/{parent}")).Number("subtaskCount"));
    }

    [Fact]
    public async Task A_tree_comes_as_a_tree_and_is_undone_as_one()
    {
        var (project, _) = await team.NewProjectAsync();
        var root = (await team.TaskAsync(new { title = "root" }, project)).Id();
        var child = (await team.TaskAsync(new { title = "child", parentId = root }, project)).Id();
        await team.TaskAsync(new { title = "grandchild", parentId = child }, project);
        await team.Contributor.DeleteAsync($"/api/tasks/{(await team.TaskAsync(new { parentId = root }, project)).Id()}").JsonAsync(HttpStatusCode.NoContent);

        using var answer = await team.Contributor.PostAsync($"/api/tasks/{root}/duplicate", new { subtasks = true });
        var twin = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(1, twin.Number("subtaskCount"));
        Assert.Equal(twin.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{twin.Id()}")).GetRawText());
        var below = Assert.Single((await team.Viewer.ReadAsync($"/api/tasks/{twin.Id()}/subtasks")).Items());
        Assert.Equal(("child", 1), (below.Text("title"), below.Number("subtaskCount")));
        Assert.Equal("grandchild", Assert.Single((await team.Viewer.ReadAsync($"/api/tasks/{below.Id()}/subtasks")).Items()).Text("title"));
        var numbers = (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}")).Items().Select(t => t.Number("number")).ToList();
        Assert.Equal(numbers.Distinct().Count(), numbers.Count);

        await team.Contributor.PostAsync($"/api/changes/{answer.Headers.GetValues("X-Change-Id").Single()}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(3, (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}")).Items().Count);
    }

    [Fact]
    public async Task In_another_project_labels_go_by_name_and_only_its_people_come_along()
    {
        var (other, _) = await team.NewProjectAsync();
        await team.TaskAsync(new { labels = new[] { "OVEN" } }, other);
        await team.Owner.DeleteAsync($"/api/projects/{other}/members/{team.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(() => team.Viewer.GetAsync($"/api/projects/{other}/board"), r => r.StatusCode == HttpStatusCode.NotFound);
        var task = await team.TaskAsync(new { status = "in_review", labels = new[] { "Oven", "Only here" }, assigneeIds = new[] { team.Viewer.Id, team.Manager.Id } });

        var twin = await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/duplicate", new { subtasks = false, projectId = other }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal((other, "in_review"), (twin.Id("projectId"), twin.Text("status")));
        Assert.Equal(["OVEN", "Only here"], twin.GetProperty("labels").EnumerateArray().Select(l => l.GetString()));
        Assert.Equal(team.Manager.Id, Assert.Single(twin.GetProperty("assigneeIds").EnumerateArray()).GetGuid());
    }

    [Fact]
    public async Task It_takes_the_right_to_write_where_the_duplicate_goes()
    {
        var task = (await team.TaskAsync()).Id();
        await team.Viewer.PostAsync($"/api/tasks/{task}/duplicate", new { subtasks = false }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync($"/api/tasks/{task}/duplicate", new { subtasks = false }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PostAsync($"/api/tasks/{task}/duplicate", new { subtasks = false, projectId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PostAsync($"/api/tasks/{task}/duplicate", new { subtasks = false, title = new string('x', 501) }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        var own = (await team.Viewer.PostAsync("/api/projects", new { name = "Own" }).JsonAsync(HttpStatusCode.Created)).Id();
        await team.Viewer.PostAsync($"/api/tasks/{task}/duplicate", new { subtasks = false, projectId = own }).JsonAsync(HttpStatusCode.Created);
    }
}
