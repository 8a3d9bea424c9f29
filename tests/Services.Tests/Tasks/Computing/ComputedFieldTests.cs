using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Computing;

public sealed class ComputedFieldTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Formulas_and_roll_ups_are_read_found_and_ordered_by_but_never_set()
    {
        var (project, _) = await team.NewProjectAsync();
        foreach (var field in new object[]
        {
            new { name = "Cost", type = "money", currency = "EUR" },
            new { name = "Total", type = "formula", formula = "field(\"Cost\") * estimate / 60" },
            new { name = "Ready", type = "formula", formula = "if(due is empty, \"2027-01-01\", due + 7)" },
            new { name = "Dear", type = "formula", formula = "field(\"Cost\") > 5" },
            new { name = "Nothing", type = "formula", formula = "1 / (estimate - estimate)" },
            new { name = "Below", type = "rollup", rollUp = new { function = "sum", field = "Cost" } },
            new { name = "Parts", type = "rollup", rollUp = new { function = "count" } },
            new { name = "Longest", type = "rollup", rollUp = new { function = "max" } },
        })
        {
            await team.Manager.PostAsync($"/api/projects/{project}/custom-fields", field).JsonAsync(HttpStatusCode.Created);
        }

        var top = await AddAsync("top", new { estimateMinutes = 90, dueAt = "2026-12-24", customFields = new { Cost = 10 } });
        var child = await AddAsync("child", new { estimateMinutes = 30, parentId = top.Id(), customFields = new { Cost = 2.5m } });
        await AddAsync("leaf", new { estimateMinutes = 45, parentId = child.Id(), customFields = new { Cost = 4 } });
        await AddAsync("cancelled", new { status = "cancelled", estimateMinutes = 500, parentId = child.Id(), customFields = new { Cost = 100 } });
        var bare = await AddAsync("bare", new { });

        const string ofTop = """{"Cost":10,"Total":15,"Ready":"2026-12-31","Dear":true,"Below":6.5,"Parts":2,"Longest":45}""";
        var read = await Eventually.GetAsync(() => team.Viewer.ReadAsync($"/api/tasks/{top.Id()}"), t => CustomOf(t) == ofTop);
        Assert.Equal(read.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{top.Text("key")}")).GetRawText());
        Assert.Equal("""{"Ready":"2027-01-01","Parts":0}""", CustomOf(await team.Viewer.ReadAsync($"/api/tasks/{bare.Id()}")));
        Assert.Equal(ofTop, CustomOf(await ListedAsync("&parentId=none&sort=number&limit=1&fields=customFields")));
        Assert.Equal(ofTop, CustomOf(await ListedAsync("&fields=customFields&query=title%20%3D%20top")));

        Assert.Equal("top cancelled", await FoundAsync("field(\"Dear\") = true order by field(\"total\")"));
        Assert.Equal("cancelled top leaf child bare", await FoundAsync("order by field(\"Total\") desc"));
        Assert.Equal("top", await FoundAsync("field(\"Ready\") > 2026-12-24 and field(\"Ready\") < 2027-01-01"));
        Assert.Equal("top child", await FoundAsync("field(\"Below\") is not empty order by field(\"Below\") desc"));
        Assert.Equal("", await FoundAsync("field(\"Nothing\") is not empty"));

        var problem = await team.Contributor.PatchAsync($"/api/tasks/{top.Id()}", new { customFields = new { Total = 1 } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains("computed", problem.GetProperty("errors").GetProperty("customFields.Total")[0].GetString(), StringComparison.Ordinal);
        await team.Contributor.PatchAsync($"/api/tasks/{top.Id()}", new { estimateMinutes = 120 }).JsonAsync();
        Assert.Contains("\"Total\":20", CustomOf(await team.Viewer.ReadAsync($"/api/tasks/{top.Id()}")), StringComparison.Ordinal);

        // Elsewhere the name means something else, and is computed there.
        var (other, _) = await team.NewProjectAsync();
        await team.Manager.PostAsync($"/api/projects/{other}/custom-fields", new { name = "Total", type = "formula", formula = "estimate * 1000" }).JsonAsync(HttpStatusCode.Created);
        await team.TaskAsync(new { title = "foreign", estimateMinutes = 1 }, other);
        await Eventually.GetAsync(() => FoundAsync($"project in (\"{project}\", \"{other}\") and field(\"Total\") > 19 order by field(\"Total\")"), found => found == "top cancelled foreign");

        async Task<JsonElement> AddAsync(string title, object members)
        {
            var body = JsonSerializer.SerializeToNode(members)!.AsObject();
            body["title"] = title;
            return await team.TaskAsync(body, project);
        }

        async Task<JsonElement> ListedAsync(string query) => (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}{query}")).Items()[0];
        async Task<string> FoundAsync(string query) => await TitlesAsync(query.StartsWith("project", StringComparison.Ordinal) ? "" : $"projectId={project}&", query);
    }

    [Fact]
    public async Task A_computed_field_may_belong_to_some_types_and_knows_no_values_that_other_types_hide()
    {
        var (project, _) = await team.NewProjectAsync();
        string[] bugs = ["bug"];
        foreach (var field in new object[]
        {
            new { name = "Severity", type = "number", taskTypes = bugs },
            new { name = "Risk", type = "formula", formula = "estimate * 2", taskTypes = bugs },
            new { name = "Weight", type = "formula", formula = "coalesce(field(\"Severity\"), 0) + 1" },
            new { name = "Worst", type = "rollup", rollUp = new { function = "max", field = "Severity" } },
        })
        {
            await team.Manager.PostAsync($"/api/projects/{project}/custom-fields", field).JsonAsync(HttpStatusCode.Created);
        }

        var top = await team.TaskAsync(new { title = "top", estimateMinutes = 3 }, project);
        var bug = await team.TaskAsync(new { title = "bug", type = "bug", estimateMinutes = 5, parentId = top.Id(), customFields = new { Severity = 4 } }, project);
        await CustomFieldsAreAsync(bug, """{"Severity":4,"Risk":10,"Weight":5}""");
        await CustomFieldsAreAsync(top, """{"Weight":1,"Worst":4}""");
        Assert.Equal("bug top", await TitlesAsync($"projectId={project}&", "order by field(\"Risk\")"));
        Assert.Equal("top", await TitlesAsync($"projectId={project}&", "field(\"Risk\") is empty"));

        await team.Contributor.PatchAsync($"/api/tasks/{bug.Id()}", new { type = "task" }).JsonAsync();
        await CustomFieldsAreAsync(bug, """{"Weight":1}""");
        await CustomFieldsAreAsync(top, """{"Weight":1}""");
        Assert.Equal("", await TitlesAsync($"projectId={project}&", "field(\"Risk\") > 0"));
    }

    private Task CustomFieldsAreAsync(JsonElement task, string json) =>
        Eventually.GetAsync(() => team.Viewer.ReadAsync($"/api/tasks/{task.Id()}"), t => CustomOf(t) == json);

    [Fact]
    public async Task Changes_are_answered_with_what_is_computed_and_the_past_with_what_was()
    {
        var (project, _) = await team.NewProjectAsync();
        foreach (var field in new object[]
        {
            new { name = "Cost", type = "money", currency = "EUR" },
            new { name = "Total", type = "formula", formula = "field(\"Cost\") * estimate / 60" },
            new { name = "Left", type = "formula", formula = "days(\"2026-01-01\", due) - progress" },
            new { name = "Waits", type = "formula", formula = "blocked" },
            new { name = "Below", type = "rollup", rollUp = new { function = "sum", field = "Cost" } },
            new { name = "Parts", type = "rollup", rollUp = new { function = "count" } },
        })
        {
            await team.Manager.PostAsync($"/api/projects/{project}/custom-fields", field).JsonAsync(HttpStatusCode.Created);
        }

        var first = await team.TaskAsync(new { title = "first" }, project);
        await Eventually.GetAsync(() => team.Viewer.ReadAsync($"/api/tasks/{first.Id()}"), t => CustomOf(t) == """{"Waits":false,"Parts":0}""");

        var top = await AnsweredAsync(team.TaskAsync(new { title = "top", estimateMinutes = 90, startAt = "2026-01-06", dueAt = "2026-01-11", customFields = new { Cost = 10 } }, project), """{"Cost":10,"Total":15,"Left":10,"Waits":false,"Parts":0}""");
        var path = $"/api/tasks/{top.Id()}";
        var child = await AnsweredAsync(team.TaskAsync(new { title = "child", parentId = top.Id(), customFields = new { Cost = 2 } }, project), """{"Cost":2,"Waits":false,"Parts":0}""");
        var other = await team.TaskAsync(new { title = "other", parentId = child.Id(), customFields = new { Cost = 3 } }, project);
        await team.TaskAsync(new { title = "steady", parentId = child.Id(), customFields = new { Cost = 4 } }, project);
        var link = await team.Contributor.PostAsync($"/api/tasks/{first.Id()}/dependencies", new { taskId = top.Id(), type = "blocks" }).ChangeIdAsync();
        var patched = await AnsweredAsync(team.Contributor.PatchAsync(path, new { estimateMinutes = 120 }).JsonAsync(), """{"Cost":10,"Total":20,"Left":10,"Waits":true,"Below":9,"Parts":3}""");
        await AnsweredAsync(team.Contributor.PatchAsync($"{path}/status", new { status = "in_progress" }).JsonAsync(), CustomOf(patched));
        await AnsweredAsync(team.Contributor.PostAsync($"{path}/move", new { status = "todo" }).JsonAsync(), CustomOf(patched));
        var then = Uri.EscapeDataString((await team.Viewer.ReadAsync(path)).Text("updatedAt"));

        // Since then: one below costs more, another has left, a third is new, and the task itself is due later.
        await AnsweredAsync(team.Contributor.PatchAsync($"/api/tasks/{child.Id()}", new { customFields = new { Cost = 5 } }).JsonAsync(), """{"Cost":5,"Waits":false,"Below":7,"Parts":2}""");
        var change = await team.Contributor.PatchAsync($"/api/tasks/{other.Id()}", new { parentId = (Guid?)null }).ChangeIdAsync();
        await team.TaskAsync(new { title = "late", parentId = top.Id(), customFields = new { Cost = 100 } }, project);
        await AnsweredAsync(team.Contributor.PostAsync($"{path}/reschedule", new { startAt = "2026-01-13" }).JsonAsync(), top.Id());
        Assert.Equal("""{"Cost":10,"Total":20,"Left":10,"Below":9,"Parts":3}""", CustomOf(await team.Viewer.ReadAsync($"{path}?asOf={then}")));

        await AnsweredAsync(team.Contributor.PostAsync($"/api/changes/{change}/undo").JsonAsync(), other.Id());
        var undone = await AnsweredAsync(team.Contributor.PostAsync($"/api/changes/{link}/undo").JsonAsync(), top.Id());
        Assert.Contains("\"Waits\":false,\"Below\":112,\"Parts\":4", CustomOf(undone), StringComparison.Ordinal);
        await AnsweredAsync(team.Contributor.PostAsync($"{path}/duplicate", new { subtasks = true }).JsonAsync(HttpStatusCode.Created), CustomOf(undone));
        await team.Contributor.DeleteAsync(path);
        await AnsweredAsync(team.Contributor.PostAsync($"{path}/restore").JsonAsync(), CustomOf(undone));
    }

    /// <summary>An answer with these values, which are those that the task is read with then.</summary>
    private async Task<JsonElement> AnsweredAsync(Task<JsonElement> pending, string custom)
    {
        var task = await pending;
        Assert.Equal(custom, CustomOf(task));
        Assert.Equal(custom, CustomOf(await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")));
        return task;
    }

    /// <summary>One of several tasks of an answer, with the values that it is read with then.</summary>
    private async Task<JsonElement> AnsweredAsync(Task<JsonElement> pending, Guid id)
    {
        var task = (await pending).GetProperty("tasks").EnumerateArray().Single(t => t.Id() == id);
        Assert.Equal(CustomOf(await team.Viewer.ReadAsync($"/api/tasks/{id}")), CustomOf(task));
        return task;
    }

    private static string CustomOf(JsonElement task) => task.GetProperty("customFields").GetRawText();

    private async Task<string> TitlesAsync(string filter, string query)
    {
        var (titles, path, cursor) = (new List<string>(), $"/api/tasks?{filter}limit=2&query={Uri.EscapeDataString(query)}", default(string?));
        do
        {
            var page = await team.Viewer.ReadAsync(cursor is null ? path : $"{path}&cursor={Uri.EscapeDataString(cursor)}");
            titles.AddRange(page.Items().Select(t => t.Text("title")));
            cursor = page.IsNull("nextCursor") ? null : page.Text("nextCursor");
        }
        while (cursor is not null);
        return string.Join(' ', titles);
    }
}
