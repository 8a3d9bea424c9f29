using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Reactions;

public sealed class MakeLabelsOfTasksTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_label_that_a_task_names_first_becomes_one_of_the_project()
    {
        var path = await places.TeamProjectAsync();
        var projectId = path.Split('/')[^1];
        await places.Owner.PostAsync($"{path}/labels", new { name = "Known", color = "#123456" }).JsonAsync(HttpStatusCode.Created);
        var task = await places.Contributor.PostAsync("/api/tasks", new { projectId, title = "Task", labels = new[] { "known", "Fresh" } }).JsonAsync(HttpStatusCode.Created);
        await LabelsAreAsync("Fresh Known");
        await places.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { labels = new[] { "FRESH", "Later" } }).JsonAsync(HttpStatusCode.OK);
        var labels = await LabelsAreAsync("Fresh Known Later");
        Assert.Equal("#123456", labels[1].Text("color"));
        await places.Api.ToldAsync($"label:{labels[0].Id()}", "label.created");

        Task<IReadOnlyList<System.Text.Json.JsonElement>> LabelsAreAsync(string names) => Eventually.GetAsync(
            async () => (await places.Viewer.ReadAsync($"{path}/labels")).Items(), found => string.Join(' ', found.Select(l => l.Text("name"))) == names);
    }
}
