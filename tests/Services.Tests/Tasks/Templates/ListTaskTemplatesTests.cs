using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Templates;

public sealed class ListTaskTemplatesTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Templates_are_listed_by_project_the_latest_first()
    {
        var (project, _) = await team.NewProjectAsync();
        var made = new List<Guid>();
        foreach (var name in new[] { "One", "Two", "Three" })
        {
            made.Insert(0, (await team.Contributor.PostAsync("/api/task-templates", new { projectId = project, name, title = name }).JsonAsync(HttpStatusCode.Created)).Id());
        }

        var page = await team.Viewer.ReadAsync($"/api/task-templates?projectId={project}&limit=2");
        Assert.Equal(made[..2], page.Items().Select(t => t.Id()));
        var rest = await team.Viewer.ReadAsync($"/api/task-templates?projectId={project}&limit=2&cursor={page.Text("nextCursor")}");
        Assert.Equal(made[2..], rest.Items().Select(t => t.Id()));
        Assert.True(rest.IsNull("nextCursor"));
        Assert.Contains(made[0], (await team.Viewer.ReadAsync("/api/task-templates?limit=200")).Items().Select(t => t.Id()));

        Assert.Empty((await team.Stranger.ReadAsync($"/api/task-templates?projectId={project}")).Items());
        await team.Stranger.GetAsync($"/api/task-templates/{made[0]}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync("/api/task-templates?cursor=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }
}
