using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Lifecycle;

public sealed class ExclusiveLabelsTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_list_that_names_two_of_an_exclusive_group_is_refused_and_says_which()
    {
        var project = await ProjectAsync();
        var problem = await team.Contributor.PostAsync("/api/tasks", new { projectId = project, title = "Bread", labels = new[] { "oven", "Flour", "Loose" } })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "exclusive_labels");
        Assert.Equal(("Cause", "Oven Flour"), (problem.Text("group"), Join(problem)));

        var task = await team.TaskAsync(new { labels = new[] { "Oven", "Loose" } }, project);
        await team.Contributor.PatchAsync(Of(task), new { labels = new[] { "Oven", "Flour" } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "exclusive_labels");
        Assert.Equal("Flour Loose", Join(await team.Contributor.PatchAsync(Of(task), new { labels = new[] { "Flour", "Loose" } }).JsonAsync()));
        await team.Contributor.PutAsync(Of(task), new { title = "Bread", labels = new[] { "Flour", "Oven" } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "exclusive_labels");
    }

    [Fact]
    public async Task A_label_that_joins_many_tasks_takes_the_place_of_the_other_of_its_group_and_an_undo_brings_that_back()
    {
        var project = await ProjectAsync();
        var tasks = new[]
        {
            await team.TaskAsync(new { labels = new[] { "Oven", "Loose" } }, project), await team.TaskAsync(new { labels = new[] { "Flour" } }, project),
            await team.TaskAsync(projectId: project),
        };
        var ids = tasks.Select(t => t.Id()).ToArray();
        var changed = await team.Contributor.PostAsync("/api/tasks/bulk", new { ids, changes = new { addLabels = new[] { "flour" } } }).JsonAsync();
        Assert.Equal(["Loose Flour", "Flour", "Flour"], await LabelsAsync(tasks));
        await team.Contributor.PostAsync($"/api/changes/{changed.Text("changeId")}/undo").JsonAsync();
        Assert.Equal(["Oven Loose", "Flour", ""], await LabelsAsync(tasks));

        foreach (var changes in new object[] { new { addLabels = new[] { "Oven", "Flour" } }, new { labels = new[] { "Oven", "Flour" } } })
        {
            await team.Contributor.PostAsync("/api/tasks/bulk", new { ids, changes }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "exclusive_labels");
        }

        Assert.Equal(["Oven Loose", "Flour", ""], await LabelsAsync(tasks));
    }

    [Fact]
    public async Task What_a_task_carried_before_its_group_became_exclusive_it_keeps_until_it_gets_another()
    {
        var project = await ProjectAsync(isExclusive: false);
        var task = await team.TaskAsync(new { labels = new[] { "Oven", "Flour" } }, project);
        var freed = await team.Contributor.PatchAsync(Of(task), new { labels = new[] { "Oven" } }).ChangeIdAsync();
        var both = await team.TaskAsync(new { labels = new[] { "Oven", "Flour" } }, project);
        await SayAsync(project, isExclusive: true);

        Assert.Equal("Oven Flour Loose", Join(await team.Contributor.PatchAsync(Of(both), new { labels = new[] { "Oven", "Flour", "Loose" } }).JsonAsync()));
        await team.Contributor.PatchAsync(Of(both), new { title = "Renamed" }).JsonAsync();
        await team.Contributor.PatchAsync(Of(both), new { labels = new[] { "Oven", "Flour", "Salt" } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "exclusive_labels");
        await team.Contributor.PostAsync($"/api/changes/{freed}/undo").JsonAsync();
        Assert.Equal(["Oven Flour"], await LabelsAsync([task]));

        await SayAsync(project, isExclusive: false);
        await team.Contributor.PatchAsync(Of(both), new { labels = new[] { "Oven", "Flour", "Salt" } }).JsonAsync();
    }

    [Fact]
    public async Task Templates_name_one_of_a_group_and_a_duplicate_elsewhere_keeps_the_first()
    {
        var project = await ProjectAsync();
        await team.Contributor.PostAsync("/api/task-templates", new { projectId = project, name = "Loaf", title = "Bake", labels = new[] { "Oven", "Salt" } })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "exclusive_labels");
        var elsewhere = await ProjectAsync(isExclusive: false);
        var task = await team.TaskAsync(new { labels = new[] { "Salt", "Loose", "Oven" } }, elsewhere);
        var duplicate = await team.Contributor.PostAsync($"{Of(task)}/duplicate", new { projectId = project, subtasks = false }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("Salt Loose", Join(duplicate));
    }

    /// <summary>A project whose labels Oven, Flour and Salt stand in one group, and Loose in none.</summary>
    private async Task<Guid> ProjectAsync(bool isExclusive = true)
    {
        var (project, _) = await team.NewProjectAsync();
        foreach (var name in new[] { "Oven", "Flour", "Salt" })
        {
            await team.Manager.PostAsync($"/api/projects/{project}/labels", new { name, group = "Cause" }).JsonAsync(HttpStatusCode.Created);
        }

        await team.Manager.PostAsync($"/api/projects/{project}/labels", new { name = "Loose" }).JsonAsync(HttpStatusCode.Created);
        if (isExclusive)
        {
            await SayAsync(project, isExclusive: true);
        }

        return project;
    }

    /// <summary>Says it in the project, and waits until the service of tasks has heard of it.</summary>
    private async Task SayAsync(Guid project, bool isExclusive)
    {
        var labels = (await team.Viewer.ReadAsync($"/api/projects/{project}/labels")).Items();
        await team.Manager.PatchAsync($"/api/projects/{project}/labels/{labels.Single(l => l.Text("name") == "Oven").Id()}", new { exclusive = isExclusive }).JsonAsync();
        await Eventually.GetAsync(
            () => api.QueryAsync<long>("tasks", $"select count(*) from project_label where project_id = '{project}' and exclusive_group = 'Cause'"),
            told => told == (isExclusive ? 3 : 0));
    }

    private async Task<string[]> LabelsAsync(JsonElement[] tasks) => await Task.WhenAll(tasks.Select(async t => Join(await team.Viewer.ReadAsync(Of(t)))));

    private static string Of(JsonElement task) => $"/api/tasks/{task.Id()}";

    private static string Join(JsonElement carrier) => string.Join(' ', carrier.GetProperty("labels").EnumerateArray().Select(l => l.GetString()));
}
