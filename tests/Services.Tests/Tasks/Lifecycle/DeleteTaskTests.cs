using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Lifecycle;

public sealed class DeleteTaskTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Deleting_hides_a_task_with_everything_below_it_and_undo_brings_all_back()
    {
        var parent = await team.TaskAsync();
        var child = await team.TaskAsync(new { parentId = parent.Id() });
        using var deleted = await team.Contributor.DeleteAsync($"/api/tasks/{parent.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await team.Viewer.GetAsync($"/api/tasks/{child.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.DeleteAsync($"/api/tasks/{parent.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");

        await team.Contributor.PostAsync($"/api/changes/{deleted.Headers.GetValues("X-Change-Id").Single()}/undo").JsonAsync();
        var back = await team.Viewer.ReadAsync($"/api/tasks/{parent.Id()}");
        Assert.Equal(1, back.GetProperty("subtaskCount").GetInt32());
        await team.Viewer.ReadAsync($"/api/tasks/{child.Id()}");
    }

    [Fact]
    public async Task A_deleted_task_leaves_the_list_the_board_and_its_key_and_takes_no_change()
    {
        var (projectId, _) = await team.NewProjectAsync();
        var task = await team.TaskAsync(projectId: projectId);
        await team.Contributor.DeleteAsync($"/api/tasks/{task.Text("key")}?workspaceId={team.Owner.Id}").JsonAsync(HttpStatusCode.NoContent);

        Assert.Empty((await team.Viewer.ReadAsync($"/api/tasks?projectId={projectId}")).Items());
        Assert.All((await team.Viewer.ReadAsync($"/api/projects/{projectId}/board")).GetProperty("columns").EnumerateArray(), c => Assert.Equal(0, c.GetProperty("taskCount").GetInt32()));
        await team.Viewer.GetAsync($"/api/tasks/{task.Text("key")}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { title = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/move").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_deleted_sub_task_no_longer_counts_for_its_parent()
    {
        var parent = await team.TaskAsync();
        var child = await team.TaskAsync(new { parentId = parent.Id(), status = "done" });
        await team.Contributor.DeleteAsync($"/api/tasks/{child.Id()}").JsonAsync(HttpStatusCode.NoContent);
        var after = await team.Viewer.ReadAsync($"/api/tasks/{parent.Id()}");
        Assert.Equal((0, 0, 0), (after.GetProperty("subtaskCount").GetInt32(), after.GetProperty("subtaskDoneCount").GetInt32(), after.GetProperty("progress").GetInt32()));
    }

    [Fact]
    public async Task Rights_and_versions_are_kept()
    {
        var task = await team.TaskAsync();
        var path = $"/api/tasks/{task.Id()}";
        await team.Viewer.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"7\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await team.Contributor.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"1\"")).JsonAsync(HttpStatusCode.NoContent);
    }
}
