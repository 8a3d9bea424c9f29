using System.Net;
using System.Text.Json;
using Waymark.Contracts;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Reactions;

public sealed class KeepLabelsTests(WaymarkApi api, Team team) : IClassFixture<Team>
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

    [Fact]
    public async Task A_name_that_passed_to_another_label_stays_with_it_whichever_event_comes_first()
    {
        var (project, _) = await team.NewProjectAsync();
        var (renamed, heir, deleted) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await api.PublishAsync(new LabelCreated(project, renamed, "Red", "#e5484d", FieldChanges.Of("name", null, "Red")), $"label:{renamed}", 1);
        await SpellingsAreAsync(project, "Red");
        await api.PublishAsync(new LabelCreated(project, heir, "Red", "#e5484d", FieldChanges.Of("name", null, "Red")), $"label:{heir}", 1);
        await Eventually.GetAsync(
            () => api.QueryAsync<Guid>("tasks", $"select label_id from project_label where project_id = '{project}'"), id => id == heir);
        await api.PublishAsync(new LabelUpdated(project, renamed, "Crimson", "#e5484d", FieldChanges.Of("name", "Red", "Crimson")), $"label:{renamed}", 2);
        await SpellingsAreAsync(project, "Crimson Red");

        var task = await team.TaskAsync(new { labels = new[] { "Crimson" } }, project);
        await api.PublishAsync(new LabelDeleted(project, deleted, "Crimson", "#e5484d", FieldChanges.Of("name", "Crimson", null)), $"label:{deleted}", 2);
        await api.PublishAsync(new LabelCreated(project, deleted, "Last", "#e5484d", FieldChanges.Of("name", null, "Last")), $"label:{deleted}", 3);
        await SpellingsAreAsync(project, "Crimson Last Red");
        await LabelsAreAsync(task, "Crimson");
    }

    [Fact]
    public async Task A_label_that_is_renamed_while_tasks_name_it_leaves_no_ghost()
    {
        var (project, _) = await team.NewProjectAsync();
        var label = await LabelAsync(project, "Round 0");
        await SpellingsAreAsync(project, "Round 0");
        for (var round = 1; round <= 5; round++)
        {
            var renaming = team.Manager.PatchAsync($"/api/projects/{project}/labels/{label}", new { name = $"Round {round}" }).JsonAsync(HttpStatusCode.OK);
            await team.TaskAsync(new { labels = new[] { $"Round {round - 1}" } }, project);
            await renaming;
        }

        // Who names the old name before the renaming arrives means the label, and who does so after it a new one; there are no others.
        await Eventually.GetAsync(
            async () =>
            {
                var ofProject = (await team.Viewer.ReadAsync($"/api/projects/{project}/labels")).Items().Select(l => l.Text("name")).ToList();
                var ofTasks = (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}")).Items()
                    .SelectMany(t => t.GetProperty("labels").EnumerateArray().Select(l => l.GetString())).Append("Round 5").Distinct().Order();
                return (Labels: string.Join(' ', ofProject), OfTasks: string.Join(' ', ofTasks), Copy: await SpellingsAsync(project));
            },
            all => all.Labels == all.OfTasks && all.Labels == all.Copy);
    }

    private Task<string> SpellingsAsync(Guid project) =>
        api.QueryAsync<string>("tasks", $"select coalesce(string_agg(name, ' ' order by name), '') from project_label where project_id = '{project}'");

    private Task SpellingsAreAsync(Guid project, string names) => Eventually.GetAsync(
        () => SpellingsAsync(project), found => found == names);

    private async Task<Guid> LabelAsync(Guid project, string name) =>
        (await team.Manager.PostAsync($"/api/projects/{project}/labels", new { name }).JsonAsync(HttpStatusCode.Created)).Id();

    private Task LabelsAreAsync(JsonElement task, params string[] names) => Eventually.GetAsync(
        () => team.Viewer.ReadAsync($"/api/tasks/{task.Id()}"),
        t => t.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!).SequenceEqual(names));
}
