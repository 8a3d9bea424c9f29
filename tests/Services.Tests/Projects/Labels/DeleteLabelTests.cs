using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Labels;

public sealed class DeleteLabelTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_deleted_label_leaves_every_task_that_carries_it()
    {
        var path = await places.TeamProjectAsync();
        var label = await places.Owner.PostAsync($"{path}/labels", new { name = "Gone" }).JsonAsync(HttpStatusCode.Created);
        var body = new { projectId = path.Split('/')[^1], title = "Task", labels = new[] { "gone", "kept" } };
        var task = await places.Contributor.PostAsync("/api/tasks", body).JsonAsync(HttpStatusCode.Created);
        await places.Manager.DeleteAsync($"{path}/labels/{label.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await places.Manager.DeleteAsync($"{path}/labels/{label.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await Eventually.GetAsync(
            async () => string.Join(' ', (await places.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).GetProperty("labels").EnumerateArray().Select(l => l.GetString())),
            labels => labels == "kept");
        await places.Api.ToldAsync($"label:{label.Id()}", "label.created", "label.deleted");
    }

    [Fact]
    public async Task Rights_and_versions_are_kept()
    {
        var path = await places.TeamProjectAsync();
        var label = await places.Owner.PostAsync($"{path}/labels", new { name = "Kept" }).JsonAsync(HttpStatusCode.Created);
        await places.Contributor.DeleteAsync($"{path}/labels/{label.Id()}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.DeleteAsync($"{path}/labels/{label.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.SendAsync(HttpMethod.Delete, $"{path}/labels/{label.Id()}", null, ("If-Match", "\"2\""))
            .ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.Single((await places.Viewer.ReadAsync($"{path}/labels")).Items());
    }
}
