using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Releases;

public sealed class ListReleasesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Each_tells_what_remains_of_the_tasks_of_its_milestones()
    {
        var project = await places.TeamProjectAsync();
        var milestones = new List<Guid>();
        foreach (var status in new[] { "done", "todo" })
        {
            milestones.Add((await places.Manager.PostAsync($"{project}/milestones", new { name = status }).JsonAsync(HttpStatusCode.Created)).Id());
            await places.Contributor.PostAsync("/api/tasks", new { projectId = project.Split('/')[^1], title = "Task", status, milestoneId = milestones[^1] }).JsonAsync(HttpStatusCode.Created);
        }

        await places.Manager.PostAsync($"{project}/releases", new { name = "Spring", milestoneIds = milestones }).JsonAsync(HttpStatusCode.Created);
        var spring = await Eventually.GetAsync(
            async () => Assert.Single((await places.Viewer.ReadAsync($"{project}/releases")).Items()).GetProperty("progress"), progress => progress.Number("total") == 2);
        Assert.Equal(1, spring.Number("done"));
        await places.Stranger.GetAsync($"{project}/releases").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
