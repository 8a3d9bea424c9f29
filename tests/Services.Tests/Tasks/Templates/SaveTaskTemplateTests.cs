using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Templates;

public sealed class SaveTaskTemplateTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_template_is_made_and_replaced()
    {
        using var answer = await team.Contributor.PostAsync("/api/task-templates", new
        {
            projectId = team.ProjectId,
            name = " Release ",
            title = "Release {{version}}",
            description = "For {{ customer }}",
            estimateMinutes = 60,
            dueInDays = 3,
            steps = new object[] { new { title = "Tag {{version}}", required = true }, new { title = "Tell", dueInDays = 1 } },
        });
        var made = await answer.JsonAsync(HttpStatusCode.Created);

        Assert.Equal($"/api/task-templates/{made.Id()}", answer.Headers.Location?.ToString());
        Assert.Equal(("Release", "Release {{version}}", 3), (made.Text("name"), made.Text("title"), made.Number("dueInDays")));
        Assert.Equal(["version", "customer"], made.GetProperty("variables").EnumerateArray().Select(v => v.GetString()!));
        Assert.Equal(["Tag {{version}}", "Tell"], made.GetProperty("steps").EnumerateArray().Select(s => s.Text("title")));

        var path = $"/api/task-templates/{made.Id()}";
        var replaced = await team.Manager.PutAsync(path, new { name = "Release", title = "Ship" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((2L, 0, 0), (replaced.Version(), replaced.GetProperty("steps").GetArrayLength(), replaced.GetProperty("variables").GetArrayLength()));
        Assert.Equal(replaced.GetRawText(), (await team.Manager.PutAsync(path, new { name = "Release", title = "Ship" }).JsonAsync()).GetRawText());
        Assert.Equal(replaced.GetRawText(), (await team.Viewer.ReadAsync(path)).GetRawText());
        await team.Manager.SendAsync(HttpMethod.Put, path, new { name = "x", title = "x" }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
    }

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        const string Path = "/api/task-templates";
        await team.Contributor.PostAsync(Path, new { projectId = team.ProjectId, name = "No title" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(Path, new { projectId = team.ProjectId, name = " ", title = "x" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(Path, new { projectId = team.ProjectId, name = "x", title = "x", steps = new[] { new { title = " " } } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(Path, new { projectId = team.ProjectId, name = "x", title = "x", labels = new[] { " " } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(Path, new { projectId = team.ProjectId, name = "x", title = "x", dueInDays = 4000 }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(Path, new { projectId = team.ProjectId, name = "x", title = "x", assigneeIds = new[] { team.Stranger.Id } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PostAsync(Path, new { projectId = Guid.CreateVersion7(), name = "x", title = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.PostAsync(Path, new { projectId = team.ProjectId, name = "x", title = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync(Path, new { projectId = team.ProjectId, name = "x", title = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
