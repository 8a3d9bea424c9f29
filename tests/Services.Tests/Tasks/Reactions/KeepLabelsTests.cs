using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Reactions;

public sealed class KeepLabelsTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_renamed_label_is_renamed_on_every_task_and_stands_in_their_history()
    {
        var (project, _) = await team.NewProjectAsync();
        var label = await LabelAsync(project, "Old");
        var tasks = new[] { await team.TaskAsync(new { labels = new[] { "Old", "Other" } }, project), await team.TaskAsync(new { labels = new[] { "old" } }, project) };

        await team.Manager.PatchAsync($"/api/projects/{project}/labels/{label}", new { name = "New" }).JsonAsync(HttpStatusCode.OK);

        await LabelsAreAsync(tasks[0], "New", "Other");
        await LabelsAreAsync(tasks[1], "New");
        var last = (await team.Viewer.ReadAsync($"/api/tasks/{tasks[1].Id()}/history")).Items()[^1];
        Assert.Equal(("task.updated", "Old"), (last.Text("type"), last.GetProperty("changes").GetProperty("labels").GetProperty("from")[0].GetString()));
        Assert.Equal(["New"], (await team.TaskAsync(new { labels = new[] { "NEW" } }, project)).GetProperty("labels").EnumerateArray().Select(l => l.GetString()));
    }

    [Fact]
    public async Task A_change_of_case_alone_is_a_new_name_too()
    {
        var (project, _) = await team.NewProjectAsync();
        var label = await LabelAsync(project, "urgent");
        var task = await team.TaskAsync(new { labels = new[] { "urgent" } }, project);
        await team.Manager.PatchAsync($"/api/projects/{project}/labels/{label}", new { name = "URGENT" }).JsonAsync(HttpStatusCode.OK);
        await LabelsAreAsync(task, "URGENT");
    }

    [Fact]
    public async Task A_deleted_label_leaves_every_task()
    {
        var (project, _) = await team.NewProjectAsync();
        var label = await LabelAsync(project, "Gone");
        var task = await team.TaskAsync(new { labels = new[] { "Gone", "Kept" } }, project);
        await team.Manager.DeleteAsync($"/api/projects/{project}/labels/{label}").JsonAsync(HttpStatusCode.NoContent);
        await LabelsAreAsync(task, "Kept");
    }

    [Fact]
    public async Task A_name_that_a_task_brings_becomes_a_label_of_the_project()
    {
        var (project, _) = await team.NewProjectAsync();
        await team.TaskAsync(new { labels = new[] { "Fresh" } }, project);
        await Eventually.GetAsync(
            () => team.Viewer.ReadAsync($"/api/projects/{project}/labels"),
            labels => labels.Items().Select(l => l.Text("name")).SequenceEqual(["Fresh"]));
    }

    private async Task<Guid> LabelAsync(Guid project, string name) =>
        (await team.Manager.PostAsync($"/api/projects/{project}/labels", new { name }).JsonAsync(HttpStatusCode.Created)).Id();

    private Task LabelsAreAsync(JsonElement task, params string[] names) => Eventually.GetAsync(
        () => team.Viewer.ReadAsync($"/api/tasks/{task.Id()}"),
        t => t.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!).SequenceEqual(names));
}
