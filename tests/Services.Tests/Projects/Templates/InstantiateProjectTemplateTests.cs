using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Templates;

public sealed class InstantiateProjectTemplateTests(TemplateWorkspace bakery) : IClassFixture<TemplateWorkspace>
{
    private static readonly object Vienna = new { place = "Vienna" };

    [Fact]
    public async Task A_project_is_made_with_its_members_definitions_milestones_and_tasks()
    {
        var template = await bakery.TemplateAsync();
        var use = await TemplateWorkspace.UseAsync(bakery.Maker, template.Id(), new { name = "Vienna", key = "VIE", variables = Vienna, date = "2026-03-02" });

        Assert.Equal((1, template.Id()), (use.Number("templateVersion"), use.Id("templateId")));
        var path = $"/api/projects/{use.Id("projectId")}";
        var project = await bakery.Member.ReadAsync(path);
        Assert.Equal(("VIE", "How Vienna opens", "active", "contributor"), (project.Text("key"), project.Text("description"), project.Text("state"), project.Text("role")));
        Assert.Equal(("2026-03-02", "2026-04-01", bakery.Maker.Id, 3), (project.Text("startDate"), project.Text("dueDate"), project.Id("ownerId"), project.Number("memberCount")));
        Assert.Equal("viewer", (await bakery.Guest.ReadAsync(path)).Text("role"));
        Assert.Equal(["todo", "baking", "done"], (await bakery.Member.ReadAsync(path + "/workflow")).GetProperty("states").EnumerateArray().Select(s => s.Text("key")));
        Assert.Equal(["Bread", "Kitchen"], (await bakery.Member.ReadAsync(path + "/labels")).Items().Select(l => l.Text("name")));
        var milestone = Assert.Single((await bakery.Member.ReadAsync(path + "/milestones")).Items());
        Assert.Equal(("Vienna is open", "2026-03-16"), (milestone.Text("name"), milestone.Text("dueDate")));
        await AssertTasksAsync(use.Id("projectId"), milestone.Id());
        // Nobody saw it, or was told of it, before all of it was there.
        Assert.Equal("project.created,project.restored,member.added,member.added", await bakery.Api.QueryAsync<string>(
            "projects", $"select string_agg(type, ',' order by version) from project_event where stream_id = '{use.Id("projectId")}'"));
    }

    [Fact]
    public async Task When_a_step_fails_nothing_is_left_and_the_reason_is_told()
    {
        // Only the service of tasks knows what a number is.
        var template = await bakery.TemplateAsync(cost: "a lot");
        var request = new { name = "Graz", key = "GRA", variables = Vienna };
        var use = await TemplateWorkspace.UseAsync(bakery.Maker, template.Id(), request, "failed");

        Assert.Equal("\"Buy an oven for Vienna\": Cost: A number is expected.", use.Text("reason"));
        Assert.True(use.IsNull("projectId"));
        var id = await bakery.Api.QueryAsync<Guid>("projects", $"select project_id from project_instantiation where id = '{use.Id()}'");
        await bakery.Maker.GetAsync($"/api/projects/{id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await bakery.Maker.PostAsync($"/api/projects/{id}/restore").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await bakery.Maker.ReadAsync($"/api/projects?workspaceId={bakery.WorkspaceId}&state=active,deleted&q=Graz")).Items());
        Assert.Equal(0, await bakery.Api.QueryAsync<long>("projects", $"select (select count(*) from project_event where stream_id = '{id}') + (select count(*) from label where project_id = '{id}')"));
        Assert.Equal(0, await bakery.Api.QueryAsync<long>("tasks", $"select count(*) from task where project_id = '{id}'"));

        // Its key is free again: with the fault mended the same project comes about.
        await bakery.Maker.PutAsync($"{TemplateWorkspace.Path}/{template.Id()}", new { name = "Opening", content = bakery.Content() }).JsonAsync();
        Assert.Equal(2, (await TemplateWorkspace.UseAsync(bakery.Maker, template.Id(), request)).Number("templateVersion"));
        await bakery.Maker.PostAsync($"{TemplateWorkspace.Path}/{template.Id()}/instantiate", request).ProblemAsync(HttpStatusCode.Conflict, "key_taken");
        await bakery.Maker.PostAsync($"{TemplateWorkspace.Path}/{template.Id()}/instantiate", new { name = "Linz" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await bakery.Maker.PostAsync($"{TemplateWorkspace.Path}/{template.Id()}/instantiate", new { name = "Linz", variables = Vienna, version = 9 }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await bakery.Maker.PostAsync($"{TemplateWorkspace.Path}/{template.Id()}/instantiate", new { name = "Linz", variables = Vienna, date = "0001-01-01" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await bakery.Guest.PostAsync($"{TemplateWorkspace.Path}/{template.Id()}/instantiate", request).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private async Task AssertTasksAsync(Guid projectId, Guid milestoneId)
    {
        var tasks = await Eventually.GetAsync(async () => (await bakery.Member.ReadAsync($"/api/tasks?projectId={projectId}&sort=rank&fields=customFields")).Items(), items => items.Count == 3);
        var (oven, deliver, bake) = (tasks[0], tasks[1], tasks[2]);
        Assert.Equal(("VIE-1", "Buy an oven for Vienna", "high", "todo"), (oven.Text("key"), oven.Text("title"), oven.Text("priority"), oven.Text("status")));
        Assert.Equal(("2026-03-03", "2026-03-09", milestoneId), (oven.Text("startAt"), oven.Text("dueAt"), oven.Id("milestoneId")));
        Assert.Equal(("2026-03-11", 960), (oven.Text("deadlineAt"), oven.Number("durationMinutes")));
        Assert.Equal(["Bread", "Kitchen"], oven.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!));
        Assert.Equal((bakery.Member.Id, bakery.Maker.Id), (oven.GetProperty("assigneeIds")[0].GetGuid(), oven.Id("reporterId")));
        Assert.Equal(1200, oven.GetProperty("customFields").Number("Cost"));
        Assert.Equal((oven.Id(), "chore"), (deliver.Id("parentId"), deliver.Text("type")));
        Assert.Equal(("baking", "recipe", "2026-03-10"), (bake.Text("status"), bake.Text("type"), bake.GetProperty("steps")[0].Text("dueAt")));
        Assert.Equal("Knead in Vienna", bake.GetProperty("steps")[0].Text("title"));
        var dependency = Assert.Single((await bakery.Member.ReadAsync($"/api/tasks/{bake.Id()}/dependencies")).Items());
        Assert.Equal(("blocked_by", 60), (dependency.Text("type"), dependency.Number("lagMinutes")));
    }
}
