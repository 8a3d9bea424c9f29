using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Definitions;

public sealed class CustomFieldInputTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Values_of_every_type_are_kept_answered_by_name_and_left_out_of_lists_unless_asked_for()
    {
        var (project, _) = await team.NewProjectAsync();
        foreach (var field in new object[]
        {
            new { name = "Note", type = "text" }, new { name = "Weight", type = "number" }, new { name = "Cost", type = "money", currency = "EUR" },
            new { name = "Ship on", type = "date" }, new { name = "Oven", type = "choice", options = new[] { "Stone", "Deck" } },
            new { name = "Flours", type = "choices", options = new[] { "Rye", "Wheat", "Spelt" } }, new { name = "Lead", type = "person" },
            new { name = "Urgent", type = "checkbox" }, new { name = "Recipe", type = "link" }, new { name = "Stars", type = "rating" },
        })
        {
            await FieldAsync(project, field);
        }

        var values = new Dictionary<string, object>
        {
            ["note"] = "with é", ["Weight"] = 1.50m, ["Cost"] = 12.3456m, ["Ship on"] = "2026-12-24", ["Oven"] = "STONE", ["Flours"] = new[] { "wheat", "Rye" },
            ["Lead"] = team.Viewer.Id, ["Urgent"] = true, ["Recipe"] = "https://example.org/bread", ["Stars"] = 5,
        };
        var made = await team.TaskAsync(new { customFields = values }, project);
        Assert.Equal(
            $$"""{"Note":"with é","Weight":1.5,"Cost":12.3456,"Ship on":"2026-12-24","Oven":"Stone","Flours":["Wheat","Rye"],"Lead":"{{team.Viewer.Id}}","Urgent":true,"Recipe":"https://example.org/bread","Stars":5}""",
            made.GetProperty("customFields").GetRawText());
        Assert.Equal(made.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{made.Id()}")).GetRawText());
        Assert.Equal(made.GetRawText(), (await ListedAsync(project, "&fields=description,customFields")).GetRawText());
        Assert.Equal(made.GetProperty("customFields").GetRawText(), (await ListedAsync(project, "&fields=customFields")).GetProperty("customFields").GetRawText());
        Assert.Equal(made.GetProperty("customFields").GetRawText(), (await ListedAsync(project, "&fields=customFields&query=A%20task")).GetProperty("customFields").GetRawText());
        Assert.DoesNotContain("customFields", (await ListedAsync(project, "")).Names());

        var same = await team.Contributor.PatchAsync($"/api/tasks/{made.Id()}", new { customFields = new { Weight = 1.5m } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, same.Version());
        var patched = await team.Contributor.PatchAsync($"/api/tasks/{made.Id()}", new { customFields = new Dictionary<string, object?> { ["cost"] = null, ["Stars"] = 1 } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(9, patched.GetProperty("customFields").Names().Count());
        Assert.Equal(1, patched.GetProperty("customFields").Number("Stars"));
        var replaced = await team.Contributor.PutAsync($"/api/tasks/{made.Id()}", new { title = "A task", customFields = new { Note = "only" } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("""{"Note":"only"}""", replaced.GetProperty("customFields").GetRawText());
    }

    [Fact]
    public async Task What_a_field_cannot_hold_is_said_for_each_field()
    {
        var (project, _) = await team.NewProjectAsync();
        await FieldAsync(project, new { name = "Cost", type = "money" });
        await FieldAsync(project, new { name = "Oven", type = "choice", options = new[] { "Stone" } });
        await FieldAsync(project, new { name = "Lead", type = "person" });
        var task = await team.TaskAsync(projectId: project);
        var problem = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { customFields = new { Cost = 1.23456m, Oven = "Wood", Unknown = 1 } })
            .ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal(["customFields.Cost", "customFields.Oven", "customFields.unknown"], problem.GetProperty("errors").Names().Order());
        Assert.Contains("Stone", problem.GetProperty("errors").GetProperty("customFields.Oven")[0].GetString(), StringComparison.Ordinal);
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { customFields = new { Lead = team.Stranger.Id } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { customFields = "none" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal(1, (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).Version());
    }

    [Fact]
    public async Task A_new_name_shows_everywhere_and_a_deleted_field_nowhere()
    {
        var (project, _) = await team.NewProjectAsync();
        var (cost, oven) = (await FieldAsync(project, new { name = "Cost", type = "number" }), await FieldAsync(project, new { name = "Oven", type = "choice", options = new[] { "Stone", "Deck" } }));
        var task = await team.TaskAsync(new { customFields = new { Cost = 5, Oven = "Deck" } }, project);

        await team.Manager.PatchAsync($"/api/projects/{project}/custom-fields/{cost}", new { name = "Price" }).JsonAsync(HttpStatusCode.OK);
        await CustomFieldsAreAsync(task, """{"Price":5,"Oven":"Deck"}""");
        var first = (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/history")).Items()[0].GetProperty("changes").GetProperty("customFields").GetProperty("to");
        Assert.Equal("""{"Price":5,"Oven":"Deck"}""", first.GetRawText());

        // An option that is gone stays on the tasks that have it, as long as nobody touches it.
        await team.Manager.PatchAsync($"/api/projects/{project}/custom-fields/{oven}", new { options = new[] { "Stone" } }).JsonAsync(HttpStatusCode.OK);
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { customFields = new { Price = 6 } }).JsonAsync(HttpStatusCode.OK);
        await team.Manager.DeleteAsync($"/api/projects/{project}/custom-fields/{cost}").JsonAsync(HttpStatusCode.NoContent);
        await CustomFieldsAreAsync(task, """{"Oven":"Deck"}""");
        var kept = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { title = "A task" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(2, kept.Version());
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { customFields = new { Price = 7 } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task A_field_of_some_types_is_theirs_alone_and_what_another_type_hides_comes_back()
    {
        var (project, _) = await team.NewProjectAsync();
        await FieldAsync(project, new { name = "Severity", type = "number", taskTypes = new[] { "bug" } });
        await FieldAsync(project, new { name = "Note", type = "text" });
        var bug = await team.TaskAsync(new { title = "bug", type = "bug", customFields = new { Severity = 3, Note = "n" } }, project);
        var plain = await team.TaskAsync(new { title = "plain" }, project);
        var severe = new { customFields = new { Severity = 5 } };

        var problem = await team.Contributor.PatchAsync($"/api/tasks/{plain.Id()}", severe).ProblemAsync(HttpStatusCode.UnprocessableEntity, "field_not_of_type");
        Assert.Equal(("task", "Severity"), (problem.Text("taskType"), problem.GetProperty("fields")[0].GetString()));
        await team.Contributor.PostAsync("/api/tasks", new { projectId = project, title = "x", customFields = new { Severity = 5 } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "field_not_of_type");
        var all = new { ids = new[] { plain.Id(), bug.Id() }, changes = severe };
        Assert.Equal(plain.Id(), (await team.Contributor.PostAsync("/api/tasks/bulk", all).ProblemAsync(HttpStatusCode.UnprocessableEntity, "field_not_of_type")).Id("taskId"));
        var results = (await team.Contributor.PostAsync("/api/tasks/bulk", new { all.ids, all.changes, atomic = false }).JsonAsync(HttpStatusCode.OK)).GetProperty("results");
        Assert.Equal([422, 200], results.EnumerateArray().Select(r => r.Number("status")));
        Assert.Equal("bug", await FoundAsync(project, "field(\"Severity\") = 5"));

        using var turned = await team.Contributor.PatchAsync($"/api/tasks/{bug.Id()}", new { type = "task" });
        Assert.Equal("""{"Note":"n"}""", (await turned.JsonAsync(HttpStatusCode.OK)).GetProperty("customFields").GetRawText());
        await CustomFieldsAreAsync(bug, """{"Note":"n"}""");
        Assert.Equal("bug plain", await FoundAsync(project, "field(\"Severity\") is empty order by field(\"Severity\"), number"));
        var then = await team.Viewer.ReadAsync($"/api/tasks/{bug.Id()}?asOf={Uri.EscapeDataString(bug.Text("updatedAt"))}");
        Assert.Equal(3, then.GetProperty("customFields").Number("Severity"));
        await team.Contributor.PatchAsync($"/api/tasks/{bug.Id()}", new { customFields = new { Note = "m" } }).JsonAsync(HttpStatusCode.OK);
        var back = await team.Contributor.PatchAsync($"/api/tasks/{bug.Id()}", new { type = "bug" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("""{"Severity":5,"Note":"m"}""", back.GetProperty("customFields").GetRawText());

        await team.Contributor.PostAsync("/api/tasks/bulk", new { ids = new[] { plain.Id() }, changes = new { type = "bug", severe.customFields } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("bug plain", await FoundAsync(project, "field(\"Severity\") = 5 order by number"));
    }

    [Fact]
    public async Task A_required_field_is_asked_for_when_tasks_of_its_types_are_made_or_completed()
    {
        var (project, _) = await team.NewProjectAsync();
        await FieldAsync(project, new { name = "Severity", type = "number", taskTypes = new[] { "bug" }, required = "creation" });
        await FieldAsync(project, new { name = "Cause", type = "text", taskTypes = new[] { "bug" }, required = "completion" });
        // What a task names is known from then on.
        await team.TaskAsync(new { type = "bug", customFields = new { Severity = 1, Cause = "Heat" } }, project);
        var bug = await team.TaskAsync(new { type = "bug", customFields = new { Severity = 3 } }, project);
        var plain = await team.TaskAsync(projectId: project);

        Assert.Equal("Severity", await MissingAsync(team.Contributor.PostAsync("/api/tasks", new { projectId = project, title = "x", type = "bug" })));
        Assert.Equal("Cause", await MissingAsync(team.Contributor.PatchAsync($"/api/tasks/{bug.Id()}/status", new { status = "done" })));
        var results = await team.Contributor.PostAsync("/api/tasks/bulk", new { ids = new[] { plain.Id(), bug.Id() }, changes = new { status = "done" }, atomic = false }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([200, 422], results.GetProperty("results").EnumerateArray().Select(r => r.Number("status")));
        await team.Contributor.PatchAsync($"/api/tasks/{bug.Id()}", new { status = "done", customFields = new { Cause = "Steam" } }).JsonAsync(HttpStatusCode.OK);

        // What was made without may become a bug; it is asked for what it lacks when it is done.
        await team.Contributor.PatchAsync($"/api/tasks/{plain.Id()}", new { type = "bug", status = "todo" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("Severity Cause", await MissingAsync(team.Contributor.PatchAsync($"/api/tasks/{plain.Id()}/status", new { status = "done" })));

        static async Task<string> MissingAsync(Task<HttpResponseMessage> answer) =>
            string.Join(' ', (await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "fields_required")).GetProperty("fields").EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public async Task A_value_has_a_history_a_past_and_an_undo()
    {
        var (project, _) = await team.NewProjectAsync();
        await FieldAsync(project, new { name = "Cost", type = "number" });
        var task = await team.TaskAsync(new { customFields = new { Cost = 5 } }, project);
        using var answer = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { customFields = new { Cost = 7.25m } });
        Assert.Equal("""{"Cost":7.25}""", (await answer.JsonAsync(HttpStatusCode.OK)).GetProperty("customFields").GetRawText());
        Assert.Equal(task.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}?asOf={Uri.EscapeDataString(task.Text("updatedAt"))}")).GetRawText());

        var undone = await team.Contributor.PostAsync($"/api/changes/{answer.Headers.GetValues("X-Change-Id").Single()}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("""{"Cost":5}""", undone.GetProperty("tasks")[0].GetProperty("customFields").GetRawText());
        await CustomFieldsAreAsync(task, """{"Cost":5}""");
    }

    [Fact]
    public async Task Queries_compare_and_order_by_custom_fields()
    {
        var (project, _) = await team.NewProjectAsync();
        await FieldAsync(project, new { name = "Cost", type = "money" });
        await FieldAsync(project, new { name = "Lead", type = "person" });
        foreach (var (title, cost) in new[] { ("cheap", 1.5m), ("fair", 10m), ("dear", 100m) })
        {
            await team.TaskAsync(new { title, customFields = new { Cost = cost, Lead = cost > 5 ? team.Viewer.Id : team.Owner.Id } }, project);
        }

        await team.TaskAsync(new { title = "free" }, project);
        Assert.Equal("fair dear", await FoundAsync(project, "field(\"Cost\") > 1.5 order by field(\"cost\")"));
        Assert.Equal("dear fair cheap free", await FoundAsync(project, "order by field(\"Cost\") desc"));
        Assert.Equal("free", await FoundAsync(project, "field(\"Cost\") is empty"));
        Assert.Equal("fair dear", await FoundAsync(project, $"field(\"Lead\") = \"{team.Viewer.Name}\" order by number"));
        var pages = await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&limit=2&query={Uri.EscapeDataString("order by field(\"Cost\") desc")}");
        var next = await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&limit=2&query={Uri.EscapeDataString("order by field(\"Cost\") desc")}&cursor={Uri.EscapeDataString(pages.Text("nextCursor"))}");
        Assert.Equal(["dear", "fair", "cheap", "free"], pages.Items().Concat(next.Items()).Select(t => t.Text("title")));

        var problem = await team.Viewer.GetAsync($"/api/tasks?projectId={project}&query={Uri.EscapeDataString("field(\"Csot\") = 1")}").ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        Assert.Contains("Cost", problem.GetProperty("expected")[0].GetString(), StringComparison.Ordinal);
        await team.Stranger.GetAsync($"/api/tasks?query={Uri.EscapeDataString("field(\"Lead\") = me")}").ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
    }

    private async Task<Guid> FieldAsync(Guid project, object field) =>
        (await team.Manager.PostAsync($"/api/projects/{project}/custom-fields", field).JsonAsync(HttpStatusCode.Created)).Id();

    private async Task<JsonElement> ListedAsync(Guid project, string query) => Assert.Single((await team.Viewer.ReadAsync($"/api/tasks?projectId={project}{query}")).Items());

    private async Task<string> FoundAsync(Guid project, string query) =>
        string.Join(' ', (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&query={Uri.EscapeDataString(query)}")).Items().Select(t => t.Text("title")));

    private Task CustomFieldsAreAsync(JsonElement task, string json) => Eventually.GetAsync(
        () => team.Viewer.ReadAsync($"/api/tasks/{task.Id()}"), t => t.GetProperty("customFields").GetRawText() == json);
}
