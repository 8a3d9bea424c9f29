using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Lifecycle;

public sealed class CreateProjectTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_created_project_is_answered_whole_and_read_alike()
    {
        var body = new
        {
            name = "  Website Relaunch ",
            workspaceId = places.WorkspaceId,
            key = "SITE",
            description = "All of it",
            startDate = "2026-05-01",
            dueDate = "2026-05-31",
            color = "#46A758",
            icon = "rocket",
        };
        using var answer = await places.Owner.PostAsync("/api/projects", body);
        var created = await answer.JsonAsync(HttpStatusCode.Created);

        Assert.Equal($"/api/projects/{created.Id()}", answer.Headers.Location?.ToString());
        Assert.Equal("\"1\"", answer.Headers.ETag?.ToString());
        Assert.Equal(
            [
                "id", "key", "name", "description", "workspaceId", "parentId", "ownerId", "state", "startDate", "dueDate", "color", "icon", "role", "memberCount",
                "createdAt", "updatedAt", "version",
            ],
            created.Names());
        Assert.Equal(("SITE", "Website Relaunch", "All of it"), (created.Text("key"), created.Text("name"), created.Text("description")));
        Assert.Equal((places.WorkspaceId, places.Owner.Id), (created.Id("workspaceId"), created.Id("ownerId")));
        Assert.Equal(("2026-05-01", "2026-05-31", "#46a758", "rocket"), (created.Text("startDate"), created.Text("dueDate"), created.Text("color"), created.Text("icon")));
        Assert.Equal(("active", "owner", 1, 1L), (created.Text("state"), created.Text("role"), created.Number("memberCount"), created.Version()));
        Assert.Equal(created.GetRawText(), (await places.Owner.ReadAsync($"/api/v1/projects/{created.Id()}")).GetRawText());
        await places.Api.ToldAsync($"project:{created.Id()}", "project.created");
    }

    [Fact]
    public async Task What_is_left_out_takes_its_default()
    {
        var created = await places.OwnProjectAsync("Website");
        Assert.Equal(("", "WEB"), (created.Text("description"), created.Text("key")[..3]));
        Assert.Matches("^#[0-9a-f]{6}$", created.Text("color"));
        Assert.All(["startDate", "dueDate", "icon"], member => Assert.True(created.IsNull(member)));
    }

    [Fact]
    public async Task A_new_person_has_a_workspace_for_a_project_in_the_very_first_request()
    {
        var person = await places.Api.RegisterAsync("Neva");
        var created = await person.PostAsync("/api/projects", new { name = "First" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(person.Id, created.Id("workspaceId"));
    }

    [Fact]
    public async Task Keys_made_from_names_never_meet_even_at_once()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await places.OwnProjectAsync("Blue Sky", workspace)).Text("key")));
        Assert.Equal(["BS", "BS2", "BS3", "BS4", "BS5", "BS6", "BS7", "BS8"], keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_wished_key_that_is_taken_is_refused_in_its_workspace_alone()
    {
        await places.Owner.PostAsync("/api/projects", new { name = "One", key = "TAKEN", workspaceId = places.WorkspaceId }).JsonAsync(HttpStatusCode.Created);
        await places.Owner.PostAsync("/api/projects", new { name = "Two", key = "TAKEN", workspaceId = places.WorkspaceId })
            .ProblemAsync(HttpStatusCode.Conflict, "key_taken");
        var elsewhere = (await places.WorkspaceAsync()).Id();
        await places.Owner.PostAsync("/api/projects", new { name = "Two", key = "TAKEN", workspaceId = elsewhere }).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_repeat_with_the_same_idempotency_key_makes_no_second_project()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = new { name = "Once", workspaceId = workspace };
        var first = await places.Owner.SendAsync(HttpMethod.Post, "/api/projects", body, key).JsonAsync(HttpStatusCode.Created);
        using var again = await places.Owner.SendAsync(HttpMethod.Post, "/api/projects", body, key);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(first.GetRawText(), (await again.JsonAsync(HttpStatusCode.Created)).GetRawText());
        Assert.Single((await places.Owner.ReadAsync($"/api/projects?workspaceId={workspace}")).Items());
        await places.Owner.SendAsync(HttpMethod.Post, "/api/projects", new { name = "Twice", workspaceId = workspace }, key)
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("""{"name": "  "}""", "name")]
    [InlineData("""{"name": 7}""", "name")]
    [InlineData("""{"name": "a\u0000b"}""", "name")]
    [InlineData("""{"name": "x", "key": "low"}""", "key")]
    [InlineData("""{"name": "x", "key": "A"}""", "key")]
    [InlineData("""{"name": "x", "key": "ELEVENCHARS"}""", "key")]
    [InlineData("""{"name": "x", "color": "red"}""", "color")]
    [InlineData("""{"name": "x", "startDate": "tomorrow"}""", "startDate")]
    [InlineData("""{"name": "x", "startDate": "2026-05-02", "dueDate": "2026-05-01"}""", "dueDate")]
    [InlineData("""{"name": "x", "workspaceId": "none"}""", "workspaceId")]
    public async Task A_wrong_member_is_named(string json, string member)
    {
        var problem = await places.Owner.PostAsync("/api/projects", JsonDocument.Parse(json).RootElement).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains(member, problem.GetProperty("errors").Names());
    }

    [Fact]
    public async Task Read_only_and_unknown_members_change_nothing()
    {
        var id = Guid.CreateVersion7();
        var created = await places.Owner
            .PostAsync("/api/projects", new { name = "x", workspaceId = places.WorkspaceId, id, ownerId = places.Stranger.Id, version = 7, state = "archived", extra = true })
            .JsonAsync(HttpStatusCode.Created);
        Assert.NotEqual(id, created.Id());
        Assert.Equal((places.Owner.Id, 1L, "active"), (created.Id("ownerId"), created.Version(), created.Text("state")));
    }

    [Fact]
    public async Task Guests_make_no_projects_and_strangers_find_no_workspace()
    {
        var workspace = (await places.WorkspaceAsync((places.Viewer, "guest"), (places.Contributor, "member"))).Id();
        var body = new { name = "x", workspaceId = workspace };
        await places.Viewer.PostAsync("/api/projects", body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync("/api/projects", body).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PostAsync("/api/projects", new { name = "x", workspaceId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Contributor.PostAsync("/api/projects", body).JsonAsync(HttpStatusCode.Created);
    }
}
