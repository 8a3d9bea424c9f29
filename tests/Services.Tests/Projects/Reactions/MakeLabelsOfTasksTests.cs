using System.Net;
using System.Text.Json;
using Waymark.Contracts;
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
    public async Task A_late_event_that_is_not_about_labels_brings_no_deleted_one_back()
    {
        var project = (await places.OwnProjectAsync()).Id();
        var late = TaskOf(project, "Deleted");
        await places.Api.PublishAsync(new TaskUpdated(late, FieldChanges.Of("title", "Old", "Task")), $"task:{late.Id}", 2, places.WorkspaceId, places.Owner.Id);
        var named = late with { Labels = ["New"], Version = 3 };
        await places.Api.PublishAsync(new TaskUpdated(named, FieldChanges.Of("labels", null, "New")), $"task:{late.Id}", 3, places.WorkspaceId, places.Owner.Id);
        var labels = await Eventually.GetAsync(async () => (await places.Owner.ReadAsync($"/api/projects/{project}/labels")).Items(), found => found.Count > 0);
        Assert.Equal(["New"], labels.Select(l => l.Text("name")));
    }

    [Fact]
    public async Task A_name_that_the_service_of_tasks_knew_brings_no_renamed_label_back()
    {
        var project = (await places.OwnProjectAsync()).Id();
        var late = TaskOf(project, "Renamed");
        await places.Api.PublishAsync(new TaskCreated(late, FieldChanges.Of("title", null, "Task"), NewLabels: []), $"task:{late.Id}", 1, places.WorkspaceId, places.Owner.Id);
        var named = late with { Labels = ["Renamed", "New"], Version = 2 };
        await places.Api.PublishAsync(new TaskUpdated(named, FieldChanges.Of("labels", null, "New"), [new NewLabel("New", 0)]), $"task:{late.Id}", 2, places.WorkspaceId, places.Owner.Id);
        var labels = await Eventually.GetAsync(async () => (await places.Owner.ReadAsync($"/api/projects/{project}/labels")).Items(), found => found.Count > 0);
        Assert.Equal(["New"], labels.Select(l => l.Text("name")));
    }

    [Fact]
    public async Task Whoever_names_a_label_before_the_news_that_it_was_renamed_means_that_label()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        var project = Guid.Parse(path.Split('/')[^1]);
        var label = (await places.Owner.PostAsync($"{path}/labels", new { name = "Red" }).JsonAsync(HttpStatusCode.Created)).Id();
        await places.Owner.PatchAsync($"{path}/labels/{label}", new { name = "Crimson" }).JsonAsync(HttpStatusCode.OK);
        var late = TaskOf(project, "Red");
        await places.Api.PublishAsync(new TaskCreated(late, FieldChanges.None, [new NewLabel("Red", 0)]), $"task:{late.Id}", 1, places.WorkspaceId, places.Owner.Id);
        await places.Api.PublishAsync(new TaskUpdated(late with { Labels = ["New"] }, FieldChanges.None, [new NewLabel("New", 0)]), $"task:{late.Id}", 2, places.WorkspaceId, places.Owner.Id);
        await LabelsAreAsync("Crimson New");

        // Somebody who knows that the name is free means another label by it.
        await places.Api.PublishAsync(new TaskUpdated(late with { Labels = ["Red"] }, FieldChanges.None, [new NewLabel("Red", 1)]), $"task:{late.Id}", 3, places.WorkspaceId, places.Owner.Id);
        await LabelsAreAsync("Crimson New Red");

        Task LabelsAreAsync(string names) => Eventually.GetAsync(
            async () => string.Join(' ', (await places.Owner.ReadAsync($"{path}/labels")).Items().Select(l => l.Text("name"))), found => found == names);
    }

    private TaskSnapshot TaskOf(Guid projectId, string label)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new TaskSnapshot(
            Guid.CreateVersion7(), projectId, places.WorkspaceId, "PRO-1", 1, null, "Task", "todo", "unstarted", "none", null, null, null, null, null, [],
            places.Owner.Id, [], [label], null, "m", now, now, 2);
    }
}
