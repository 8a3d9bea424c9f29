using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Views;

public sealed class GetTaskTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_task_can_be_read_as_it_stood_at_any_instant()
    {
        var task = await team.TaskAsync(new { title = "First" });
        var path = $"/api/tasks/{task.Id()}";
        var renamed = await team.Contributor.PatchAsync(path, new { title = "Second", description = "long" }).JsonAsync();
        await team.Manager.PatchAsync($"{path}/status", new { status = "done" }).JsonAsync();

        var past = await team.Viewer.ReadAsync($"{path}?asOf={Uri.EscapeDataString(renamed.Text("updatedAt"))}");
        Assert.Equal(renamed.GetRawText(), past.GetRawText());
        await team.Viewer.GetAsync($"{path}?asOf=2001-01-01T00:00:00Z").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"{path}?asOf=yesterday").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Stranger.GetAsync($"{path}?asOf={Uri.EscapeDataString(renamed.Text("updatedAt"))}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_deleted_task_can_still_be_read_as_it_stood_before()
    {
        var task = await team.TaskAsync();
        await team.Contributor.DeleteAsync($"/api/tasks/{task.Id()}").JsonAsync(HttpStatusCode.NoContent);
        var past = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}?asOf={Uri.EscapeDataString(task.Text("updatedAt"))}");
        Assert.Equal(task.GetRawText(), past.GetRawText());
        await team.Viewer.GetAsync($"/api/tasks/{task.Id()}?asOf=2199-01-01T00:00:00Z").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_key_is_read_without_regard_to_case_and_only_among_the_callers_projects()
    {
        var task = await team.TaskAsync();
        var key = task.Text("key");
        // By id the service learns of a membership that it has not heard of; by a key it finds what it knows.
        await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}");
        Assert.Equal(task.Id(), (await team.Viewer.ReadAsync($"/api/tasks/{key.ToLowerInvariant()}")).Id());
        await team.Stranger.GetAsync($"/api/tasks/{key}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"/api/tasks/{team.Key}-99999").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"/api/tasks/{team.Key}-0").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync("/api/tasks/not-a-task").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_key_that_two_workspaces_use_is_decided_by_the_workspace()
    {
        var workspaces = new List<(Guid Id, Guid Task)>();
        foreach (var name in new[] { "North", "South" })
        {
            var workspaceId = (await team.Owner.PostAsync("/api/workspaces", new { name }).JsonAsync(HttpStatusCode.Created)).Id();
            var project = await team.Owner.PostAsync("/api/projects", new { name = "Twin", key = "TWIN", workspaceId }).JsonAsync(HttpStatusCode.Created);
            var task = await team.Owner.PostAsync("/api/tasks", new { projectId = project.Id(), title = name }).JsonAsync(HttpStatusCode.Created);
            workspaces.Add((workspaceId, task.Id()));
        }

        await team.Owner.GetAsync("/api/tasks/TWIN-1").ProblemAsync(HttpStatusCode.Conflict, "ambiguous_key");
        foreach (var (workspaceId, taskId) in workspaces)
        {
            Assert.Equal(taskId, (await team.Owner.ReadAsync($"/api/tasks/TWIN-1?workspaceId={workspaceId}")).Id());
        }
    }
}
