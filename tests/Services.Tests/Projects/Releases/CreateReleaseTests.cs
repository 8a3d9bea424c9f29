using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Releases;

public sealed class CreateReleaseTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_release_is_answered_whole_and_takes_milestones_of_its_project_alone()
    {
        var (project, other) = (await places.TeamProjectAsync(), await places.TeamProjectAsync());
        var milestone = (await places.Manager.PostAsync($"{project}/milestones", new { name = "Beta" }).JsonAsync(HttpStatusCode.Created)).Id();
        var body = new { name = " Spring ", tag = "2.4.0", date = "2026-04-01", notes = "All *new*.", milestoneIds = new[] { milestone } };
        var release = await places.Manager.PostAsync($"{project}/releases", body).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(["id", "projectId", "name", "tag", "date", "state", "notes", "milestoneIds", "progress", "createdAt", "version"], release.Names());
        Assert.Equal(("Spring", "planned", 1L), (release.Text("name"), release.Text("state"), release.Version()));
        Assert.Equal(release.GetRawText(), (await places.Viewer.ReadAsync($"{project}/releases/{release.Id()}")).GetRawText());
        await places.Api.ToldAsync($"release:{release.Id()}", "release.created");
        await places.Manager.PostAsync($"{other}/releases", body).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Manager.PostAsync($"{project}/releases", new { name = "X", state = "lost" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Contributor.PostAsync($"{project}/releases", body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }
}
