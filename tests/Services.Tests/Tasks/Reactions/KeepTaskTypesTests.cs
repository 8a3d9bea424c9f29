using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Reactions;

public sealed class KeepTaskTypesTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_task_has_a_type_of_its_project_by_which_it_is_found()
    {
        var (project, _) = await team.NewProjectAsync();
        Assert.Equal("task", (await team.TaskAsync(projectId: project)).Text("type"));
        var bug = await team.TaskAsync(new { type = "bug" }, project);
        Assert.Equal("bug", bug.Text("type"));
        Assert.Equal([bug.Id()], await FoundAsync(project, "type=bug,feature"));
        Assert.Equal([bug.Id()], await FoundAsync(project, "query=type%20%3D%20bug"));
        await team.Contributor.PatchAsync($"/api/tasks/{bug.Id()}", new { type = "epic" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Viewer.GetAsync($"/api/tasks?query=type%20%3D%20epic{Guid.CreateVersion7():N}").ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
    }

    [Fact]
    public async Task Types_that_a_project_defines_hold_at_once_and_tasks_keep_what_they_have()
    {
        var (project, _) = await team.NewProjectAsync();
        var bug = await team.TaskAsync(new { type = "bug" }, project);
        await team.Manager.PutAsync($"/api/projects/{project}/task-types", new { types = new object[] { new { key = "order", name = "Order" }, new { key = "repair", name = "Repair" } } }).JsonAsync(HttpStatusCode.OK);

        var repair = await team.TaskAsync(new { type = "repair" }, project);
        Assert.Equal("repair", repair.Text("type"));
        Assert.Equal("order", (await team.TaskAsync(projectId: project)).Text("type"));
        Assert.Equal([repair.Id()], await FoundAsync(project, "query=type%20%3D%20repair"));
        Assert.Equal("bug", (await team.Contributor.PatchAsync($"/api/tasks/{bug.Id()}", new { title = "Still a bug" }).JsonAsync(HttpStatusCode.OK)).Text("type"));
        Assert.Equal("order", (await team.Contributor.PutAsync($"/api/tasks/{bug.Id()}", new { title = "An order" }).JsonAsync(HttpStatusCode.OK)).Text("type"));
    }

    private async Task<Guid[]> FoundAsync(Guid project, string query) =>
        [.. (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&{query}")).Items().Select(t => t.Id())];
}
