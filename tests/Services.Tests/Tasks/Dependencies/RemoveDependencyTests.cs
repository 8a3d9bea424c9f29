using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Dependencies;

public sealed class RemoveDependencyTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_dependency_is_removed_from_either_end_once()
    {
        var (one, other) = (await team.TaskAsync(), await team.TaskAsync());
        var made = await team.Contributor.PostAsync($"/api/tasks/{one.Id()}/dependencies", new { taskId = other.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created);
        var path = $"/api/tasks/{other.Id()}/dependencies/{made.Id()}";

        await team.Viewer.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Contributor.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"7\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        using var removed = await team.Contributor.DeleteAsync(path);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);

        await team.Contributor.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await team.Viewer.ReadAsync($"/api/tasks/{one.Id()}/dependencies")).Items());
        var last = (await team.Viewer.ReadAsync($"/api/tasks/{one.Id()}/history")).Items()[^1];
        Assert.Equal("task.dependency_removed", last.Text("type"));
        Assert.Equal("blocks", last.GetProperty("changes").GetProperty("dependencies").GetProperty("from").Text("type"));
        await team.Contributor.PostAsync($"/api/tasks/{other.Id()}/dependencies", new { taskId = one.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_dependency_of_other_tasks_is_none_of_this_one()
    {
        var (one, other, third) = (await team.TaskAsync(), await team.TaskAsync(), await team.TaskAsync());
        var made = await team.Contributor.PostAsync($"/api/tasks/{one.Id()}/dependencies", new { taskId = other.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created);
        await team.Contributor.DeleteAsync($"/api/tasks/{third.Id()}/dependencies/{made.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.DeleteAsync($"/api/tasks/{one.Id()}/dependencies/{made.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Making_and_removing_a_dependency_is_undone()
    {
        var (one, other) = (await team.TaskAsync(), await team.TaskAsync());
        var path = $"/api/tasks/{one.Id()}/dependencies";
        using var answer = await team.Contributor.PostAsync(path, new { taskId = other.Id(), type = "blocked_by", link = "finish_to_finish", lagMinutes = 5 });
        var made = await answer.JsonAsync(HttpStatusCode.Created);

        var undone = await team.Contributor.PostAsync($"/api/changes/{answer.Headers.GetValues("X-Change-Id").Single()}/undo").ChangeIdAsync();
        Assert.Empty((await team.Viewer.ReadAsync(path)).Items());
        await team.Contributor.PostAsync($"/api/changes/{undone}/undo").JsonAsync();
        var back = Assert.Single((await team.Viewer.ReadAsync(path)).Items());
        Assert.Equal((made.Id(), "blocked_by", "finish_to_finish", 5), (back.Id(), back.Text("type"), back.Text("link"), back.Number("lagMinutes")));

        var removed = await team.Contributor.DeleteAsync($"{path}/{made.Id()}").ChangeIdAsync();
        await team.Contributor.PostAsync(path, new { taskId = other.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created);
        await team.Contributor.PostAsync($"/api/changes/{removed}/undo").ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
        await team.Contributor.PostAsync($"/api/changes/{answer.Headers.GetValues("X-Change-Id").Single()}/undo").ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
    }
}
