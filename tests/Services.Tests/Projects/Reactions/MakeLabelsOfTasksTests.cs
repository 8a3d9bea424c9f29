using System.Net;
using System.Text.Json;
using Waymark.Contracts.Tasks;
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

        Task<IReadOnlyList<JsonElement>> LabelsAreAsync(string names) => Eventually.GetAsync(
            async () => (await places.Viewer.ReadAsync($"{path}/labels")).Items(), found => string.Join(' ', found.Select(l => l.Text("name"))) == names);
    }

    [Fact]
    public async Task Labels_that_one_task_names_differ_in_colour()
    {
        var project = await places.OwnProjectAsync();
        var names = Enumerable.Range(0, 10).Select(i => $"Kind {i}").ToArray();
        await places.Owner.PostAsync("/api/tasks", new { projectId = project.Id(), title = "Task", labels = names }).JsonAsync(HttpStatusCode.Created);
        var labels = await Eventually.GetAsync(async () => (await places.Owner.ReadAsync($"/api/projects/{project.Id()}/labels")).Items(), found => found.Count == 10);
        Assert.Equal(10, labels.Select(l => l.Text("color")).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_names_a_label_before_the_news_that_it_was_renamed_means_that_label()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        var project = Guid.Parse(path.Split('/')[^1]);
        var label = (await places.Owner.PostAsync($"{path}/labels", new { name = "Red" }).JsonAsync(HttpStatusCode.Created)).Id();
        await places.Owner.PatchAsync($"{path}/labels/{label}", new { name = "Crimson" }).JsonAsync(HttpStatusCode.OK);
        await NameAsync(new NewLabel("Red", 0));
        await NameAsync(new NewLabel("New", 0));
        await LabelsAreAsync("Crimson New");

        // Somebody who knows that the name is free means another label by it.
        await NameAsync(new NewLabel("Red", 1));
        await LabelsAreAsync("Crimson New Red");

        Task NameAsync(NewLabel label) =>
            places.Api.PublishAsync(new LabelsNamed(project, places.WorkspaceId, [label]), $"labels:{Guid.CreateVersion7()}", 1, places.WorkspaceId, places.Owner.Id);

        Task LabelsAreAsync(string names) => Eventually.GetAsync(
            async () => string.Join(' ', (await places.Owner.ReadAsync($"{path}/labels")).Items().Select(l => l.Text("name"))), found => found == names);
    }
}
