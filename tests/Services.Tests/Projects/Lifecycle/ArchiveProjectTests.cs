using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Lifecycle;

public sealed class ArchiveProjectTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task An_archived_project_is_read_only_until_it_is_taken_out()
    {
        var path = await places.TeamProjectAsync();
        var label = await places.Owner.PostAsync($"{path}/labels", new { name = "Kept" }).JsonAsync(HttpStatusCode.Created);
        var archived = await places.Manager.PostAsync($"{path}/archive").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("archived", archived.Text("state"));

        foreach (var write in new[]
        {
            places.Owner.PatchAsync(path, new { name = "x" }),
            places.Owner.PostAsync($"{path}/members", new { userId = places.Stranger.Id }),
            places.Owner.PutAsync($"{path}/members/{places.Viewer.Id}", new { role = "manager" }),
            places.Owner.DeleteAsync($"{path}/members/{places.Viewer.Id}"),
            places.Owner.PostAsync($"{path}/transfer", new { userId = places.Manager.Id }),
            places.Owner.PutAsync($"{path}/workflow", new { states = new[] { new { key = "todo", name = "Do", category = "unstarted" }, new { key = "done", name = "Done", category = "completed" } } }),
            places.Owner.PostAsync($"{path}/labels", new { name = "New" }),
            places.Owner.PatchAsync($"{path}/labels/{label.Id()}", new { name = "Other" }),
            places.Owner.DeleteAsync($"{path}/labels/{label.Id()}"),
        })
        {
            await write.ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
        }

        Assert.Equal("active", (await places.Manager.PostAsync($"{path}/unarchive").JsonAsync(HttpStatusCode.OK)).Text("state"));
        await places.Owner.PatchAsync(path, new { name = "Writable" }).JsonAsync(HttpStatusCode.OK);
        await places.Api.ToldAsync(
            path.Replace("/api/projects/", "project:", StringComparison.Ordinal),
            "project.created", "member.added", "member.added", "member.added", "project.archived", "project.unarchived", "project.updated");
    }

    [Fact]
    public async Task The_archive_reaches_the_tasks()
    {
        var path = await places.TeamProjectAsync();
        var projectId = Guid.Parse(path.Split('/')[^1]);
        await places.Contributor.PostAsync("/api/tasks", new { projectId, title = "Before" }).JsonAsync(HttpStatusCode.Created);
        await places.Owner.PostAsync($"{path}/archive").JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(
            async () =>
            {
                using var answer = await places.Contributor.PostAsync("/api/tasks", new { projectId, title = "After" });
                return answer.StatusCode;
            },
            status => status == HttpStatusCode.UnprocessableEntity);
        await places.Contributor.PostAsync("/api/tasks", new { projectId, title = "After" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
    }

    [Fact]
    public async Task Archiving_twice_changes_nothing_more()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        Assert.Equal(1, (await places.Owner.PostAsync($"{path}/unarchive").JsonAsync(HttpStatusCode.OK)).Version());
        var first = await places.Owner.PostAsync($"{path}/archive").JsonAsync(HttpStatusCode.OK);
        var second = await places.Owner.PostAsync($"{path}/archive").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task Rights_and_versions_are_kept()
    {
        var path = await places.TeamProjectAsync();
        await places.Contributor.PostAsync($"{path}/archive").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync($"{path}/archive").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.SendAsync(HttpMethod.Post, $"{path}/archive", null, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.Equal("active", (await places.Viewer.ReadAsync(path)).Text("state"));
    }

    [Fact]
    public async Task One_can_leave_an_archived_project()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.PostAsync($"{path}/archive").JsonAsync(HttpStatusCode.OK);
        await places.Viewer.DeleteAsync($"{path}/members/{places.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await places.Viewer.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
