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
}
