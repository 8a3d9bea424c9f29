using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Workflows;

public sealed class EditWorkflowTests(Places places) : IClassFixture<Places>
{
    private static readonly string[] Usual =
        ["backlog:backlog", "todo:unstarted", "in_progress:started", "in_review:started", "done:completed", "cancelled:cancelled"];

    [Fact]
    public async Task States_are_added_renamed_reordered_and_rewired()
    {
        var path = await places.TeamProjectAsync();
        var states = new object[]
        {
            new { key = "backlog", name = "Ideas", category = "backlog", order = 10, next = new[] { "todo" } },
            new { key = "todo", name = "To do", category = "unstarted", order = 20 },
            new { key = "in_review", name = "In review", category = "started", order = 40 },
            new { key = "in_progress", name = "In progress", category = "started", order = 30 },
            new { key = "blocked", name = " Blocked ", category = "started", order = 35 },
            new { key = "done", name = "Done", category = "completed", order = 50 },
            new { key = "cancelled", name = "Cancelled", category = "cancelled", order = 60 },
        };
        using var answer = await places.Manager.PutAsync($"{path}/workflow", new { states });
        var workflow = await answer.JsonAsync(HttpStatusCode.OK);
        var written = workflow.GetProperty("states").EnumerateArray().ToList();
        Assert.Equal(["backlog", "todo", "in_progress", "blocked", "in_review", "done", "cancelled"], written.Select(s => s.Text("key")));
        Assert.Equal(("Ideas", "Blocked", "todo"), (written[0].Text("name"), written[3].Text("name"), written[0].GetProperty("next")[0].GetString()));
        Assert.Equal("\"5\"", answer.Headers.ETag?.ToString());
        Assert.Equal(workflow.GetRawText(), (await places.Viewer.ReadAsync($"{path}/workflow")).GetRawText());
        await places.Api.ToldAsync(
            "project:" + path.Split('/')[^1], "project.created", "member.added", "member.added", "member.added", "project.updated");
    }

    [Fact]
    public async Task Tasks_take_new_states_and_keep_to_the_moves()
    {
        var path = await places.TeamProjectAsync();
        object[] states = [.. Usual.Select(StateOf), new { key = "blocked", name = "Blocked", category = "started", next = new[] { "todo" } }];
        await places.Owner.PutAsync($"{path}/workflow", new { states }).JsonAsync(HttpStatusCode.OK);
        var task = await places.Contributor.PostAsync("/api/tasks", new { projectId = path.Split('/')[^1], title = "Task" }).JsonAsync(HttpStatusCode.Created);
        await Eventually.GetAsync(
            async () =>
            {
                using var moved = await places.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "blocked" });
                return moved.StatusCode;
            },
            status => status == HttpStatusCode.OK);
        await places.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" }).JsonAsync(HttpStatusCode.UnprocessableEntity);
        await places.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "todo" }).JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_state_that_stays_keeps_its_category()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}/workflow";
        await places.Owner.PutAsync(path, new { states = Usual.Select(s => s == "in_review:started" ? "in_review:completed" : s).Select(StateOf) })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "state_in_use");
        Assert.Equal(1, (await places.Owner.ReadAsync(path)).Version());
        // One in which no task stands may go.
        await places.Owner.PutAsync(path, new { states = Usual.Where(s => s != "in_review:started").Select(StateOf) }).JsonAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"guards": [{"to": "nowhere", "role": "manager"}]}""")]
    [InlineData("""{"guards": [{"to": "done", "role": "boss"}]}""")]
    [InlineData("""{"guards": [{"to": "done", "role": "manager"}, {"to": "done", "role": "owner"}]}""")]
    [InlineData("""{"requiredFields": ["colour"]}""")]
    [InlineData("""{"approval": {"approverIds": [], "needed": 1}}""")]
    [InlineData("""{"approval": {"approverIds": ["<owner>"], "needed": 2}}""")]
    [InlineData("""{"approval": {"approverIds": ["<owner>"], "needed": 0}}""")]
    public async Task Rules_that_cannot_be_kept_are_refused(string rules)
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}/workflow";
        var state = System.Text.Json.Nodes.JsonNode.Parse(rules.Replace("<owner>", places.Owner.Id.ToString(), StringComparison.Ordinal))!.AsObject();
        (state["key"], state["name"], state["category"]) = ("doing", "Doing", "started");
        object[] states = [StateOf("todo:unstarted"), state, StateOf("done:completed")];
        var problem = await places.Owner.PutAsync(path, new { states }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty("states", out _));
    }

    [Fact]
    public async Task An_approver_who_is_no_member_is_not_found_whether_there_is_such_a_person_or_not()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}/workflow";
        foreach (var outsider in new[] { places.Stranger.Id, Guid.CreateVersion7() })
        {
            var state = new { key = "doing", name = "Doing", category = "started", approval = new { approverIds = new[] { places.Owner.Id, outsider }, needed = 1 } };
            await places.Owner.PutAsync(path, new { states = new object[] { StateOf("todo:unstarted"), state, StateOf("done:completed") } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task New_tasks_begin_where_nothing_is_needed()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}/workflow";
        object[] states = [new { key = "todo", name = "To do", category = "unstarted", requiredFields = new[] { "dueAt" } }, StateOf("done:completed")];
        await places.Owner.PutAsync(path, new { states }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"states": []}""")]
    [InlineData("""{"states": "todo"}""")]
    [InlineData("""{"states": [{"key": "No Key", "name": "x", "category": "unstarted"}, {"key": "done", "name": "x", "category": "completed"}]}""")]
    [InlineData("""{"states": [{"key": "done", "name": "x", "category": "unstarted"}, {"key": "done", "name": "x", "category": "completed"}]}""")]
    [InlineData("""{"states": [{"key": "todo", "name": " ", "category": "unstarted"}, {"key": "done", "name": "x", "category": "completed"}]}""")]
    [InlineData("""{"states": [{"key": "todo", "name": "x", "category": "soon"}, {"key": "done", "name": "x", "category": "completed"}]}""")]
    [InlineData("""{"states": [{"key": "todo", "name": "x", "category": "unstarted", "next": ["nowhere"]}, {"key": "done", "name": "x", "category": "completed"}]}""")]
    [InlineData("""{"states": [{"key": "done", "name": "x", "category": "completed"}]}""")]
    [InlineData("""{"states": [{"key": "todo", "name": "x", "category": "unstarted"}]}""")]
    [InlineData("""{"states": [null, {"key": "todo", "name": "x", "category": "unstarted"}, {"key": "done", "name": "x", "category": "completed"}]}""")]
    public async Task A_workflow_that_cannot_work_is_refused(string json)
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}/workflow";
        var problem = await places.Owner.PutAsync(path, JsonDocument.Parse(json).RootElement).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains("states", problem.GetProperty("errors").Names().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_and_versions_are_kept()
    {
        var path = await places.TeamProjectAsync();
        var body = new { states = Usual.Select(StateOf) };
        await places.Contributor.PutAsync($"{path}/workflow", body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PutAsync($"{path}/workflow", body).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.SendAsync(HttpMethod.Put, $"{path}/workflow", body, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
    }

    private static object StateOf(string text) => new { key = text.Split(':')[0], name = text.Split(':')[0], category = text.Split(':')[1] };
}
