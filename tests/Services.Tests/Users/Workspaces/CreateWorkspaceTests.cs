using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Workspaces;

public sealed class CreateWorkspaceTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_created_workspace_is_answered_whole_and_read_alike()
    {
        var slug = NewSlug();
        using var answer = await places.Owner.PostAsync("/api/workspaces", new { name = " Team Blue ", slug, timeZone = "Europe/Vienna" });
        var workspace = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(["id", "name", "slug", "kind", "role", "timeZone", "memberCount", "createdAt", "version"], workspace.Names());
        Assert.Equal(("Team Blue", slug, "team", "owner"), (workspace.Text("name"), workspace.Text("slug"), workspace.Text("kind"), workspace.Text("role")));
        Assert.Equal(("Europe/Vienna", 1, 1L), (workspace.Text("timeZone"), workspace.Number("memberCount"), workspace.Version()));
        Assert.Equal($"/api/workspaces/{workspace.Id()}", answer.Headers.Location?.ToString());
        Assert.Equal(workspace.GetRawText(), (await places.Owner.ReadAsync($"/api/workspaces/{workspace.Id()}")).GetRawText());
        await places.Api.ToldAsync($"workspace:{workspace.Id()}", "workspace.created");
    }

    [Fact]
    public async Task A_slug_is_made_of_the_name_and_numbered_when_taken()
    {
        var name = "Ünique! " + NewSlug();
        var first = await places.Owner.PostAsync("/api/workspaces", new { name }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("nique-" + name[8..], first.Text("slug"));
        var second = await places.Owner.PostAsync("/api/workspaces", new { name }).JsonAsync(HttpStatusCode.Created);
        Assert.StartsWith(first.Text("slug") + "-", second.Text("slug"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wished_slug_that_is_taken_is_refused()
    {
        var slug = NewSlug();
        await places.Owner.PostAsync("/api/workspaces", new { name = "One", slug }).JsonAsync(HttpStatusCode.Created);
        await places.Viewer.PostAsync("/api/workspaces", new { name = "Two", slug }).ProblemAsync(HttpStatusCode.Conflict, "slug_taken");
        var taken = NewSlug();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => places.Owner.PostAsync("/api/workspaces", new { name = "Race", slug = taken })));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
    }

    [Fact]
    public async Task A_new_workspace_takes_the_time_zone_of_its_person()
    {
        var person = await places.Api.RegisterAsync("Tova");
        await person.PatchAsync("/api/users/profile", new { timeZone = "Asia/Seoul" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("Asia/Seoul", (await person.PostAsync("/api/workspaces", new { name = "x" }).JsonAsync(HttpStatusCode.Created)).Text("timeZone"));
    }

    [Fact]
    public async Task A_repeat_with_the_same_idempotency_key_makes_no_second_workspace()
    {
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var first = await places.Owner.SendAsync(HttpMethod.Post, "/api/workspaces", new { name = "Once" }, key).JsonAsync(HttpStatusCode.Created);
        var again = await places.Owner.SendAsync(HttpMethod.Post, "/api/workspaces", new { name = "Once" }, key).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(first.Id(), again.Id());
    }

    [Fact]
    public async Task A_wrong_member_is_named()
    {
        foreach (var (body, member) in new (object, string)[]
        {
            (new { }, "name"), (new { name = "  " }, "name"), (new { name = new string('x', 101) }, "name"), (new { name = "x", slug = "No Slug" }, "slug"),
            (new { name = "x", slug = "-x" }, "slug"), (new { name = "x", timeZone = "Nowhere" }, "timeZone"),
        })
        {
            var problem = await places.Owner.PostAsync("/api/workspaces", body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
            Assert.Equal([member], problem.GetProperty("errors").Names());
        }
    }

    private static string NewSlug() => "s" + Guid.CreateVersion7().ToString("N")[16..];
}
