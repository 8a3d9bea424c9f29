using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Trash;

public sealed class RestoreTaskTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_task_comes_out_of_the_trash_with_what_was_deleted_with_it_and_not_with_what_was_deleted_before()
    {
        var parent = (await team.TaskAsync()).Id();
        var child = (await team.TaskAsync(new { parentId = parent, status = "done" })).Id();
        var grandchild = (await team.TaskAsync(new { parentId = child })).Id();
        var before = (await team.TaskAsync(new { parentId = parent })).Id();
        await DeleteAsync(before);
        await DeleteAsync(parent);

        using var restored = await team.Contributor.PostAsync($"/api/tasks/{parent}/restore");
        var task = await restored.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(3, task.Version());
        var back = await team.Viewer.ReadAsync($"/api/tasks/{parent}");
        Assert.Equal((1, 1, 100), (back.Number("subtaskCount"), back.Number("subtaskDoneCount"), back.Number("progress")));
        Assert.Equal(back.GetRawText(), task.GetRawText());
        Assert.Equal(child, (await team.Viewer.ReadAsync($"/api/tasks/{grandchild}")).Id("parentId"));
        await team.Viewer.GetAsync($"/api/tasks/{before}").ProblemAsync(HttpStatusCode.NotFound, "not_found");

        await team.Contributor.PostAsync($"/api/changes/{ChangeOf(restored)}/undo").JsonAsync(HttpStatusCode.OK);
        await team.Viewer.GetAsync($"/api/tasks/{grandchild}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Contains((await team.Viewer.ReadAsync($"/api/tasks/trash?projectId={team.ProjectId}")).Items(), t => t.Id() == parent && t.Number("subtaskCount") == 2);
    }

    [Fact]
    public async Task A_sub_task_whose_parent_stays_in_the_trash_comes_back_on_its_own()
    {
        var parent = (await team.TaskAsync()).Id();
        var child = (await team.TaskAsync(new { parentId = parent })).Id();
        await DeleteAsync(parent);
        Assert.True((await team.Contributor.PostAsync($"/api/tasks/{child}/restore").JsonAsync(HttpStatusCode.OK)).IsNull("parentId"));
        Assert.Equal(["task.created", "task.deleted", "task.restored", "task.updated"], (await team.Viewer.ReadAsync($"/api/tasks/{child}/history")).Items().Select(e => e.Text("type")));

        Assert.Equal(0, (await team.Contributor.PostAsync($"/api/tasks/{parent}/restore").JsonAsync(HttpStatusCode.OK)).Number("subtaskCount"));
    }

    [Fact]
    public async Task A_task_goes_back_to_a_moment_whole_or_in_part()
    {
        var then = await team.TaskAsync(new { title = "Then", description = "long", labels = new[] { "Old" }, dueAt = "2026-05-01", deadlineAt = "2026-04-30", durationMinutes = 30, assigneeIds = new[] { team.Viewer.Id } });
        var path = $"/api/tasks/{then.Id()}";
        var asOf = then.Text("updatedAt");
        await team.Manager.PutAsync(path, new { title = "Now", status = "done", priority = "high" }).JsonAsync();

        using var part = await team.Contributor.PostAsync($"{path}/restore", new { asOf, fields = new[] { "status", "labels", "deadlineAt" } });
        var partly = await part.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("Now", "todo", "high", "Old"), (partly.Text("title"), partly.Text("status"), partly.Text("priority"), partly.GetProperty("labels")[0].GetString()));
        Assert.True(partly.IsNull("completedAt"));
        Assert.Equal(("2026-04-30", true), (partly.Text("deadlineAt"), partly.IsNull("durationMinutes")));

        var undone = await team.Contributor.PostAsync($"/api/changes/{ChangeOf(part)}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("done", undone.GetProperty("tasks")[0].Text("status"));

        var whole = await team.Contributor.PostAsync($"{path}/restore", new { asOf }).JsonAsync(HttpStatusCode.OK);
        foreach (var member in then.Names().Except(["version", "updatedAt"]))
        {
            Assert.Equal(then.GetProperty(member).GetRawText(), whole.GetProperty(member).GetRawText());
        }

        var unchanged = await team.Contributor.PostAsync($"{path}/restore", new { asOf }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(whole.Version(), unchanged.Version());
    }

    [Fact]
    public async Task Who_left_the_project_is_not_assigned_again_and_a_place_that_was_taken_is_left()
    {
        var (project, _) = await team.NewProjectAsync();
        var task = await team.TaskAsync(new { assigneeIds = new[] { team.Viewer.Id, team.Manager.Id } }, project);
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { assigneeIds = Array.Empty<Guid>() }).JsonAsync();
        var other = await team.TaskAsync(projectId: project);
        await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/move", new { afterId = other.Id() }).JsonAsync();
        await team.Owner.DeleteAsync($"/api/projects/{project}/members/{team.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(() => team.Viewer.GetAsync($"/api/tasks/{task.Id()}"), answer => answer.StatusCode == HttpStatusCode.NotFound);

        var back = await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/restore", new { asOf = task.Text("updatedAt") }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(team.Manager.Id, Assert.Single(back.GetProperty("assigneeIds").EnumerateArray()).GetGuid());
        Assert.Equal(task.Text("rank"), back.Text("rank"));
    }

    [Fact]
    public async Task A_past_that_no_longer_fits_is_refused()
    {
        var (parent, child) = ((await team.TaskAsync()).Id(), await team.TaskAsync());
        var path = $"/api/tasks/{child.Id()}";
        var below = await team.Contributor.PatchAsync(path, new { parentId = parent }).JsonAsync();
        await team.Contributor.PatchAsync(path, new { parentId = (Guid?)null }).JsonAsync();
        await DeleteAsync(parent);
        await team.Contributor.PostAsync($"{path}/restore", new { asOf = below.Text("updatedAt") }).ProblemAsync(HttpStatusCode.Conflict, "restore_conflict");
        await team.Contributor.PostAsync($"{path}/restore", new { asOf = "2001-01-01T00:00:00Z" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        foreach (var wrong in new object[] { new { fields = new[] { "title" } }, new { asOf = below.Text("updatedAt"), fields = new[] { "number" } }, new { asOf = below.Text("updatedAt"), fields = Array.Empty<string>() }, new { asOf = "yesterday" } })
        {
            await team.Contributor.PostAsync($"{path}/restore", wrong).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }
    }

    [Fact]
    public async Task Only_who_may_write_restores_by_id_or_key()
    {
        var (project, key) = await team.NewProjectAsync();
        var task = await team.TaskAsync(projectId: project);
        await DeleteAsync(task.Id());
        await team.Stranger.PostAsync($"/api/tasks/{task.Id()}/restore").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.PostAsync($"/api/tasks/{task.Id()}/restore").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Contributor.SendAsync(HttpMethod.Post, $"/api/tasks/{key}-1/restore?workspaceId={team.Owner.Id}", null).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).GetProperty("parentId").ValueKind);
    }

    private async Task DeleteAsync(Guid task) => await team.Contributor.DeleteAsync($"/api/tasks/{task}").JsonAsync(HttpStatusCode.NoContent);

    private static string ChangeOf(HttpResponseMessage answer) => answer.Headers.GetValues("X-Change-Id").Single();
}
