using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.History;

public sealed class UndoChangeTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
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
    public async Task Undoing_a_creation_puts_the_task_in_the_trash_and_undoing_that_brings_it_back()
    {
        using var created = await team.Contributor.PostAsync("/api/tasks", new { projectId = team.ProjectId, title = "A mistake" });
        var path = $"/api/tasks/{(await created.JsonAsync(HttpStatusCode.Created)).Id()}";
        using var undone = await team.Contributor.PostAsync($"/api/changes/{ChangeOf(created)}/undo");
        await undone.JsonAsync(HttpStatusCode.OK);
        await team.Viewer.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");

        await team.Contributor.PostAsync($"/api/changes/{ChangeOf(undone)}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("A mistake", (await team.Viewer.ReadAsync(path)).Text("title"));
    }

    [Fact]
    public async Task An_undone_deletion_tells_the_counts_of_what_has_come_back_and_of_what_stays_away()
    {
        var parent = (await team.TaskAsync()).Id();
        var child = (await team.TaskAsync(new { parentId = parent })).Id();
        await team.TaskAsync(new { parentId = child, status = "done" });
        await team.Contributor.DeleteAsync($"/api/tasks/{(await team.TaskAsync(new { parentId = parent })).Id()}").JsonAsync(HttpStatusCode.NoContent);
        var deletion = await team.Contributor.DeleteAsync($"/api/tasks/{parent}").ChangeIdAsync();
        var tasks = (await UndoAsync(deletion).JsonAsync(HttpStatusCode.OK)).GetProperty("tasks").EnumerateArray().ToList();

        Assert.Equal(3, tasks.Count);
        foreach (var task in tasks)
        {
            Assert.Equal((await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).GetRawText(), task.GetRawText());
        }

        Assert.Equal(1, tasks.Single(t => t.Id() == parent).Number("subtaskCount"));
    }

    [Fact]
    public async Task Only_an_own_change_that_exists_is_undone_and_only_by_who_may_still_write()
    {
        await team.Contributor.PostAsync($"/api/changes/{Guid.CreateVersion7()}/undo").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        var (projectId, _) = await team.NewProjectAsync();
        using var created = await team.Contributor.PostAsync("/api/tasks", new { projectId, title = "Kept" });
        var undo = $"/api/changes/{ChangeOf(created)}/undo";
        await team.Manager.PostAsync(undo).ProblemAsync(HttpStatusCode.NotFound, "not_found");

        await team.Owner.PutAsync($"/api/projects/{projectId}/members/{team.Contributor.Id}", new { role = "viewer" }).JsonAsync();
        await Eventually.GetAsync(
            () => api.QueryAsync<short>("tasks", $"select rank from project_member where project_id = '{projectId}' and user_id = '{team.Contributor.Id}'"),
            rank => rank == 1);
        await team.Contributor.PostAsync(undo).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private static string ChangeOf(HttpResponseMessage answer) => answer.Headers.GetValues("X-Change-Id").Single();

    [Fact]
    public async Task An_undo_that_would_break_the_tree_of_tasks_is_refused()
    {
        var (parent, child) = ((await team.TaskAsync()).Id(), (await team.TaskAsync()).Id());
        await team.Contributor.PatchAsync($"/api/tasks/{child}", new { parentId = parent }).JsonAsync(HttpStatusCode.OK);
        var leaving = await team.Contributor.PatchAsync($"/api/tasks/{child}", new { parentId = (Guid?)null }).ChangeIdAsync();
        var turning = await team.Contributor.PatchAsync($"/api/tasks/{parent}", new { parentId = child }).ChangeIdAsync();
        await UndoAsync(leaving).RefusedAsync(HttpStatusCode.Conflict, "undo_conflict");

        await UndoAsync(turning).JsonAsync(HttpStatusCode.OK);
        await UndoAsync(leaving).JsonAsync(HttpStatusCode.OK);
        var deletion = await team.Contributor.DeleteAsync($"/api/tasks/{child}").ChangeIdAsync();
        await team.Contributor.DeleteAsync($"/api/tasks/{parent}").JsonAsync(HttpStatusCode.NoContent);
        await UndoAsync(deletion).RefusedAsync(HttpStatusCode.Conflict, "undo_conflict");
    }

    [Fact]
    public async Task A_creation_on_which_others_have_built_is_not_undone()
    {
        using var answer = await team.Contributor.PostAsync("/api/tasks", new { projectId = team.ProjectId, title = "Whole" });
        var (whole, creation) = ((await answer.JsonAsync(HttpStatusCode.Created)).Id(), Guid.Parse(answer.Headers.GetValues("X-Change-Id").Single()));
        var part = await team.Manager.PostAsync("/api/tasks", new { projectId = team.ProjectId, title = "Part", parentId = whole }).JsonAsync(HttpStatusCode.Created);
        await UndoAsync(creation).RefusedAsync(HttpStatusCode.Conflict, "undo_conflict");
        await team.Manager.DeleteAsync($"/api/tasks/{part.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await UndoAsync(creation).JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_undo_brings_a_label_back_that_is_gone_from_the_project()
    {
        var (project, _) = await team.NewProjectAsync();
        var task = (await team.TaskAsync(new { labels = new[] { "Lost" } }, project)).Id();
        var label = await Eventually.GetAsync(async () => (await team.Viewer.ReadAsync($"/api/projects/{project}/labels")).Items(), found => found.Count == 1);
        var taking = await team.Contributor.PatchAsync($"/api/tasks/{task}", new { labels = Array.Empty<string>() }).ChangeIdAsync();
        await team.Manager.DeleteAsync($"/api/projects/{project}/labels/{label[0].Id()}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(() => api.QueryAsync<long>("tasks", $"select count(*) from project_label where project_id = '{project}' and name is not null"), left => left == 0);
        await UndoAsync(taking).JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(
            async () => (await team.Viewer.ReadAsync($"/api/projects/{project}/labels")).Items(), found => found.Count == 1 && found[0].Id() != label[0].Id());
    }

    private Task<HttpResponseMessage> UndoAsync(Guid change) => team.Contributor.PostAsync($"/api/changes/{change}/undo");
}
