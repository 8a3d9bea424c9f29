using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Lifecycle;

/// <summary>Projects below others.</summary>
public sealed class ParentRulesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_project_stands_below_another_of_its_workspace_until_it_is_moved()
    {
        var (parent, other) = (await places.OwnProjectAsync("Bakery"), await places.OwnProjectAsync("Mill"));
        var child = await ChildAsync("Oven", parent.Id());
        Assert.Equal(parent.Id(), child.Id("parentId"));
        Assert.Equal(child.GetRawText(), (await places.Owner.ReadAsync(PathOf(child))).GetRawText());
        Assert.Equal([child.Id()], await ListAsync($"parentId={parent.Id()}"));
        Assert.DoesNotContain(child.Id(), await ListAsync("parentId=none"));
        Assert.Contains(parent.Id(), await ListAsync("parentId=none"));
        await places.Owner.GetAsync("/api/projects?parentId=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid");

        using var moving = await places.Owner.PatchAsync(PathOf(child), new { parentId = other.Id() });
        Assert.Equal(other.Id(), (await moving.JsonAsync()).Id("parentId"));
        await places.Api.ToldAsync($"project:{child.Id()}", "project.created", "project.updated");
        var undo = $"{PathOf(child)}/changes/{moving.Headers.GetValues("X-Change-Id").Single()}/undo";
        Assert.Equal(parent.Id(), (await places.Owner.PostAsync(undo).JsonAsync(HttpStatusCode.OK)).Id("parentId"));
        Assert.True((await places.Owner.PutAsync(PathOf(child), new { name = "Oven" }).JsonAsync()).IsNull("parentId"));
        // With the other one below it, the child cannot go back there, not even by an undo.
        await places.Owner.PatchAsync(PathOf(other), new { parentId = child.Id() }).JsonAsync();
        await places.Owner.PostAsync(undo).ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
    }

    [Fact]
    public async Task No_project_stands_below_itself_and_the_circle_is_named_as_far_as_the_caller_sees_it()
    {
        var (top, hidden) = (await places.OwnProjectAsync("Top"), await places.OwnProjectAsync("Hidden"));
        var bottom = await ChildAsync("Bottom", hidden.Id());
        await MoveAsync(hidden, top).JsonAsync();
        var circle = await MoveAsync(top, bottom).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_circle");
        Assert.Equal([top.Text("key"), bottom.Text("key"), hidden.Text("key"), top.Text("key")], Circle(circle));
        Assert.Equal(2, Circle(await MoveAsync(top, top).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_circle")).Count());

        foreach (var project in new[] { top, bottom })
        {
            await places.Owner.PostAsync($"{PathOf(project)}/members", new { userId = places.Manager.Id, role = "manager" }).JsonAsync(HttpStatusCode.Created);
        }

        circle = await places.Manager.PatchAsync(PathOf(top), new { parentId = bottom.Id() }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_circle");
        Assert.Equal("a project that you cannot see", Circle(circle).ElementAt(2));
    }

    [Fact]
    public async Task Of_two_moves_that_close_a_circle_together_one_is_refused()
    {
        var (a, b) = (await places.OwnProjectAsync("A"), await places.OwnProjectAsync("B"));
        var answers = await Task.WhenAll(MoveAsync(a, b), MoveAsync(b, a));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Select(x => x.StatusCode).Order());
    }

    [Fact]
    public async Task Projects_stand_ten_deep_at_most()
    {
        var chain = new List<JsonElement> { await places.OwnProjectAsync("Level 1") };
        for (var level = 2; level <= 10; level++)
        {
            chain.Add(await ChildAsync($"Level {level}", chain[^1].Id()));
        }

        await places.Owner.PostAsync("/api/projects", new { name = "Level 11", workspaceId = places.WorkspaceId, parentId = chain[^1].Id() })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "projects_too_deep");
        var roof = await places.OwnProjectAsync("Roof");
        await MoveAsync(chain[0], roof).ProblemAsync(HttpStatusCode.UnprocessableEntity, "projects_too_deep");
    }

    [Fact]
    public async Task A_parent_that_the_caller_does_not_see_is_404_and_one_that_takes_nothing_is_named()
    {
        var project = await places.OwnProjectAsync("Own");
        var foreign = await places.Stranger.PostAsync("/api/projects", new { name = "Foreign" }).JsonAsync(HttpStatusCode.Created);
        await places.Owner.PatchAsync(PathOf(project), new { parentId = foreign.Id() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PatchAsync(PathOf(project), new { parentId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await MoveAsync(project, await places.OwnProjectAsync("Elsewhere", places.Owner.Id)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "other_workspace");
        var archived = await places.OwnProjectAsync("Archived");
        await places.Owner.PostAsync($"{PathOf(archived)}/archive").JsonAsync(HttpStatusCode.OK);
        await MoveAsync(project, archived).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
    }

    [Fact]
    public async Task A_parent_in_the_trash_is_none_until_it_comes_back()
    {
        var parent = await places.OwnProjectAsync("Parent");
        var child = await ChildAsync("Child", parent.Id());
        await places.Owner.PostAsync($"{PathOf(parent)}/archive").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(parent.Id(), (await places.Owner.PatchAsync(PathOf(child), new { name = "Still below it" }).JsonAsync()).Id("parentId"));

        await places.Owner.DeleteAsync(PathOf(parent)).JsonAsync(HttpStatusCode.NoContent);
        Assert.True((await places.Owner.PatchAsync(PathOf(child), new { name = "On its own" }).JsonAsync()).IsNull("parentId"));
        Assert.Contains(child.Id(), await ListAsync("parentId=none"));
        Assert.Empty(await ListAsync($"parentId={parent.Id()}"));
        await places.Owner.PostAsync($"{PathOf(parent)}/restore").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(parent.Id(), (await places.Owner.ReadAsync(PathOf(child))).Id("parentId"));
    }

    private static string PathOf(JsonElement project) => $"/api/projects/{project.Id()}";

    private static IEnumerable<string?> Circle(JsonElement problem) => problem.GetProperty("circle").EnumerateArray().Select(k => k.GetString());

    private Task<JsonElement> ChildAsync(string name, Guid parentId) =>
        places.Owner.PostAsync("/api/projects", new { name, parentId, workspaceId = places.WorkspaceId }).JsonAsync(HttpStatusCode.Created);

    private Task<HttpResponseMessage> MoveAsync(JsonElement project, JsonElement parent) => places.Owner.PatchAsync(PathOf(project), new { parentId = parent.Id() });

    private async Task<IReadOnlyList<Guid>> ListAsync(string query) =>
        [.. (await places.Owner.ReadAsync($"/api/projects?workspaceId={places.WorkspaceId}&limit=200&{query}")).Items().Select(p => p.Id())];
}
