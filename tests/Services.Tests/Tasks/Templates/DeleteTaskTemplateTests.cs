using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Templates;

public sealed class DeleteTaskTemplateTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_template_is_deleted_once_by_who_may_edit_tasks()
    {
        var made = await team.Contributor.PostAsync("/api/task-templates", new { projectId = team.ProjectId, name = "Gone", title = "Gone" }).JsonAsync(HttpStatusCode.Created);
        var path = $"/api/task-templates/{made.Id()}";
        await team.Viewer.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        using var deleted = await team.Manager.DeleteAsync(path);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await team.Manager.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Manager.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
