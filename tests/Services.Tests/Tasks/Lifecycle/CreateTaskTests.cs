using System.Net;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Lifecycle;

public sealed class CreateTaskTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_created_task_is_answered_whole_and_found_by_id_and_key()
    {
        var created = await team.TaskAsync(new { title = "  Paint the fence ", labels = new[] { "Garden" }, assigneeIds = new[] { team.Viewer.Id }, dueAt = "2026-12-24" });

        Assert.Equal("Paint the fence", created.Text("title"));
        Assert.Equal("todo", created.Text("status"));
        Assert.Equal("2026-12-24", created.Text("dueAt"));
        Assert.Equal(1, created.Version());
        Assert.Equal(created.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{created.Id()}")).GetRawText());
        Assert.Equal(created.GetRawText(), (await team.Viewer.ReadAsync($"/api/v1/tasks/{created.Text("key")}")).GetRawText());
    }

    [Fact]
    public async Task Numbers_of_a_project_are_dense_under_concurrent_creations_and_refusals()
    {
        var (projectId, _) = await team.NewProjectAsync();
        var tasks = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            if (i % 4 == 0)
            {
                await team.Contributor.PostAsync("/api/tasks", new { projectId, title = "x", status = "nowhere" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
            }

            return await team.TaskAsync(projectId: projectId);
        }));

        Assert.Equal(Enumerable.Range(1, 20), tasks.Select(t => t.GetProperty("number").GetInt32()).Order());
    }

    [Fact]
    public async Task A_repeat_with_the_same_idempotency_key_makes_no_second_task()
    {
        var key = Guid.CreateVersion7().ToString();
        var body = new { projectId = team.ProjectId, title = "Only once" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => team.Contributor.SendAsync(HttpMethod.Post, "/api/tasks", body, ("Idempotency-Key", key))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct());
        Assert.Equal(5, answers.Count(a => a.Headers.Contains("Idempotency-Replayed")));
        await team.Contributor.SendAsync(HttpMethod.Post, "/api/tasks", new { projectId = team.ProjectId, title = "Another" }, ("Idempotency-Key", key))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
    }

    [Fact]
    public async Task An_admin_of_the_workspace_creates_and_is_assigned_before_this_service_has_heard_of_the_workspace()
    {
        var admin = await api.RegisterAsync("Ada");
        var workspace = (await team.Owner.PostAsync("/api/workspaces", new { name = "Young" }).JsonAsync(HttpStatusCode.Created)).Id();
        await team.Owner.PostAsync($"/api/workspaces/{workspace}/members", new { userId = admin.Id, role = "admin" }).JsonAsync(HttpStatusCode.Created);
        var project = (await team.Owner.PostAsync("/api/projects", new { name = "Young", workspaceId = workspace }).JsonAsync(HttpStatusCode.Created)).Id();
        await Eventually.GetAsync(() => api.QueryAsync<long>("tasks", $"select count(*) from workspace_manager where workspace_id = '{workspace}' and user_id = '{admin.Id}'"), n => n == 1);

        foreach (var request in new object[] { new { projectId = project, title = "Mine" }, new { projectId = project, title = "Mine too", assigneeIds = new[] { admin.Id } } })
        {
            await api.QueryAsync<long>("tasks", $"with w as (delete from workspace_manager where workspace_id = '{workspace}'), v as (delete from workspace where id = '{workspace}') select 1::bigint");
            await admin.PostAsync("/api/tasks", request).JsonAsync(HttpStatusCode.Created);
        }
    }

    [Theory]
    [InlineData("{\"title\": \"x\"}", "projectId")]
    [InlineData("{\"projectId\": \"PROJECT\"}", "title")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"   \"}", "title")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": 7}", "title")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"a\\u0000b\"}", "title")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"a\\ud800b\"}", "title")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"x\", \"priority\": \"soon\"}", "priority")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"x\", \"difficulty\": 11}", "difficulty")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"x\", \"dueAt\": \"tomorrow\"}", "dueAt")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"x\", \"deadlineAt\": \"2026-02-30\"}", "deadlineAt")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"x\", \"durationMinutes\": -1}", "durationMinutes")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"x\", \"status\": \"nowhere\"}", "status")]
    [InlineData("{\"projectId\": \"PROJECT\", \"title\": \"x\", \"labels\": [\"\"]}", "labels")]
    [InlineData("{\"projectId\": \"no id\", \"title\": \"x\"}", "projectId")]
    public async Task A_wrong_field_is_named_and_nothing_is_made(string json, string field)
    {
        using var content = new StringContent(json.Replace("PROJECT", team.ProjectId.ToString(), StringComparison.Ordinal), null, "application/json");
        var problem = await team.Contributor.Client.PostAsync(new Uri("/api/tasks", UriKind.Relative), content).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }

    [Fact]
    public async Task Blanks_at_the_ends_of_a_title_do_not_count()
    {
        var longest = new string('x', 500);
        Assert.Equal(longest, (await team.TaskAsync(new { title = $"  {longest}\t " })).Text("title"));
        await team.Contributor.PostAsync("/api/tasks", new { projectId = team.ProjectId, title = longest + " x" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        var steps = new[] { new { title = longest + " " } };
        Assert.Equal(longest, (await team.TaskAsync(new { steps })).GetProperty("steps")[0].Text("title"));
    }

    [Fact]
    public async Task Malformed_JSON_and_another_media_type_are_told_apart()
    {
        using var broken = new StringContent("{\"title\": ", null, "application/json");
        await team.Contributor.Client.PostAsync(new Uri("/api/tasks", UriKind.Relative), broken).ProblemAsync(HttpStatusCode.BadRequest, "malformed_json");
        using var form = new StringContent("title=x", null, "application/x-www-form-urlencoded");
        await team.Contributor.Client.PostAsync(new Uri("/api/tasks", UriKind.Relative), form).ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task Rights_are_kept()
    {
        var body = new { projectId = team.ProjectId, title = "x" };
        await team.Stranger.PostAsync("/api/tasks", body).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.PostAsync("/api/tasks", body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Owner.PostAsync("/api/tasks", new { projectId = Guid.CreateVersion7(), title = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Owner.PostAsync("/api/tasks", new { projectId = team.ProjectId, title = "x", assigneeIds = new[] { team.Stranger.Id } })
            .ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Labels_are_the_same_without_regard_to_case()
    {
        var first = await team.TaskAsync(new { labels = new[] { "Straße" } });
        var second = await team.TaskAsync(new { labels = new[] { "STRASSE", "straße", "Urgent" } });
        Assert.Equal("Straße", first.GetProperty("labels")[0].GetString());
        Assert.Contains("Straße", second.GetProperty("labels").EnumerateArray().Select(l => l.GetString()));
    }

    [Fact]
    public async Task Somebody_who_joined_a_moment_ago_can_be_assigned_at_once()
    {
        var project = GivenProject.Unheard(api);
        var task = await project.AddTaskAsync();
        var (ada, bo) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        project.LetJoin(ada, ProjectRoles.Contributor);
        Assert.Equal(ada, (await project.AddTaskAsync("At once", ada)).GetProperty("assigneeIds")[0].GetGuid());

        project.LetJoin(bo, ProjectRoles.Viewer);
        using var owner = api.As(project.Owner);
        await owner.SendAsync(HttpMethod.Patch, $"/api/tasks/{task.Id()}", new { watcherIds = new[] { bo } }).JsonAsync(HttpStatusCode.OK);
    }
}
