using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Templates;

public sealed class SaveProjectAsTemplateTests(TemplateWorkspace bakery) : IClassFixture<TemplateWorkspace>
{
    [Fact]
    public async Task A_project_made_from_a_template_gives_the_same_template_back()
    {
        var template = await bakery.TemplateAsync();
        var use = await TemplateWorkspace.UseAsync(bakery.Maker, template.Id(), new { name = "Salzburg", variables = new { place = "Salzburg" }, date = "2026-03-02" });
        var path = $"/api/projects/{use.Id("projectId")}/save-as-template";
        await Eventually.GetAsync(async () => (await bakery.Maker.ReadAsync($"/api/tasks?projectId={use.Id("projectId")}")).Items(), items => items.Count == 3);

        var fields = $"/api/projects/{use.Id("projectId")}/custom-fields";
        await bakery.Maker.PostAsync(fields, new { name = "Twice", type = "formula", formula = "field(\"Cost\") * 2" }).JsonAsync(HttpStatusCode.Created);
        await bakery.Maker.PostAsync(fields, new { name = "All", type = "rollup", rollUp = new { function = "sum", field = "Cost" } }).JsonAsync(HttpStatusCode.Created);

        var saved = await bakery.Maker.PostAsync(path, new { name = "From Salzburg" }).JsonAsync(HttpStatusCode.Created);

        Assert.Empty(saved.GetProperty("variables").EnumerateArray());
        var content = saved.GetProperty("content");
        Assert.Equal((0, 30, "How Salzburg opens"), (content.Number("startInDays"), content.Number("dueInDays"), content.Text("description")));
        Assert.Equal(3, content.GetProperty("members").GetArrayLength());
        Assert.Equal(["todo", "baking", "done"], content.GetProperty("workflow").EnumerateArray().Select(s => s.Text("key")));
        Assert.Equal(["chore", "recipe"], content.GetProperty("taskTypes").EnumerateArray().Select(t => t.Text("key")));
        var (oven, deliver, bake) = (content.GetProperty("tasks")[0], content.GetProperty("tasks")[1], content.GetProperty("tasks")[2]);
        Assert.Equal((1, 7, "Salzburg is open", 90), (oven.Number("startInDays"), oven.Number("dueInDays"), oven.Text("milestone"), oven.Number("estimateMinutes")));
        Assert.Equal((9, 960, 1200), (oven.Number("deadlineInDays"), oven.Number("durationMinutes"), oven.GetProperty("customFields").Number("Cost")));
        Assert.Equal((oven.Text("ref"), bake.Text("ref")), (deliver.Text("parent"), oven.GetProperty("dependencies")[0].Text("ref")));
        Assert.Equal((8, true), (bake.GetProperty("steps")[0].Number("dueInDays"), bake.GetProperty("steps")[0].GetProperty("required").GetBoolean()));

        // Computed fields name the fields of the project that they stand in.
        var again = await TemplateWorkspace.UseAsync(bakery.Member, saved.Id(), new { name = "Salzburg again" });
        var computed = (await bakery.Member.ReadAsync($"/api/projects/{again.Id("projectId")}/custom-fields?sort=createdAt")).Items();
        Assert.Equal(["field(\"Cost\") * 2", "{\"function\":\"sum\",\"field\":\"Cost\"}"], computed.Where(f => !f.IsNull("resultType")).Select(f => f.IsNull("formula") ? f.GetProperty("rollUp").GetRawText() : f.Text("formula")).OrderBy(t => t[0] == '{'));
        await bakery.Guest.PostAsync(path, new { name = "Mine" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await bakery.Stranger.PostAsync(path, new { name = "Mine" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
    [Fact]
    public async Task Exclusive_groups_go_along_and_a_task_that_carries_two_of_one_gives_the_first()
    {
        var project = (await bakery.Maker.PostAsync("/api/projects", new { name = "Groups", workspaceId = bakery.WorkspaceId }).JsonAsync(HttpStatusCode.Created)).Id();
        var labels = $"/api/projects/{project}/labels";
        await bakery.Maker.PostAsync(labels, new { name = "Oven", group = "Cause" }).JsonAsync(HttpStatusCode.Created);
        var flour = await bakery.Maker.PostAsync(labels, new { name = "Flour", group = "Cause" }).JsonAsync(HttpStatusCode.Created);
        await bakery.Maker.PostAsync("/api/tasks", new { projectId = project, title = "Bread", labels = new[] { "Flour", "Oven", "Loose" } }).JsonAsync(HttpStatusCode.Created);
        await bakery.Maker.PatchAsync($"{labels}/{flour.Id()}", new { exclusive = true }).JsonAsync();

        var saved = await bakery.Maker.PostAsync($"/api/projects/{project}/save-as-template", new { name = "With groups" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(["Flour", "Loose"], saved.GetProperty("content").GetProperty("tasks")[0].GetProperty("labels").EnumerateArray().Select(l => l.GetString()));

        var use = await TemplateWorkspace.UseAsync(bakery.Maker, saved.Id(), new { name = "Again" });
        var made = (await bakery.Maker.ReadAsync($"/api/projects/{use.Id("projectId")}/labels")).Items();
        Assert.Equal(["Flour", "Oven"], made.Where(l => l.Is("exclusive")).Select(l => l.Text("name")));
    }
}
