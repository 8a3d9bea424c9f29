using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Views;

public sealed class ListProjectsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Everybody_finds_what_they_may_see_newest_first()
    {
        var workspace = (await places.WorkspaceAsync((places.Stranger, "admin"))).Id();
        await places.TeamProjectAsync("Shared", workspace);
        await places.OwnProjectAsync("Private", workspace);
        Assert.Equal(["Private", "Shared"], await NamesAsync(places.Owner, workspace));
        Assert.Equal(["Shared"], await NamesAsync(places.Viewer, workspace));
        // Projects hear of the administrators of a workspace by events.
        var seen = await Eventually.GetAsync(async () => (await places.Stranger.ReadAsync($"/api/projects?workspaceId={workspace}")).Items(), found => found.Count > 0);
        Assert.All(seen, project => Assert.Equal("manager", project.Text("role")));
        Assert.Equal([1, 4], seen.Select(p => p.Number("memberCount")));
        await places.Viewer.GetAsync("/api/projects?workspaceId=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Empty(await NamesAsync(places.Manager, (await places.WorkspaceAsync()).Id()));
    }

    [Fact]
    public async Task A_listed_project_is_the_project()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        var project = await places.OwnProjectAsync("Whole", workspace);
        Assert.Equal(project.GetRawText(), Assert.Single((await places.Owner.ReadAsync($"/api/projects?workspaceId={workspace}")).Items()).GetRawText());
    }

    [Fact]
    public async Task The_state_filters_and_the_trash_shows_to_owners_when_asked_for()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        await places.TeamProjectAsync("Active", workspace);
        await places.Owner.PostAsync($"{await places.TeamProjectAsync("Archived", workspace)}/archive").JsonAsync(HttpStatusCode.OK);
        await places.Owner.DeleteAsync(await places.TeamProjectAsync("Deleted", workspace)).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(["Archived", "Active"], await NamesAsync(places.Owner, workspace));
        Assert.Equal(["Active"], await NamesAsync(places.Owner, workspace, "&state=active"));
        Assert.Equal(["Archived", "Active"], await NamesAsync(places.Manager, workspace, "&state=archived,active,deleted"));
        Assert.Equal(["Deleted"], await NamesAsync(places.Owner, workspace, "&state=deleted"));
        Assert.Equal(["Deleted", "Archived"], await NamesAsync(places.Owner, workspace, "&state=deleted&state=archived"));
        await places.Owner.GetAsync("/api/projects?state=lost").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Names_and_keys_are_searched()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        await places.OwnProjectAsync("Harbour 100%", workspace);
        await places.Owner.PostAsync("/api/projects", new { name = "Other", key = "HARB", workspaceId = workspace }).JsonAsync(HttpStatusCode.Created);
        await places.OwnProjectAsync("Quay", workspace);
        Assert.Equal(["Other", "Harbour 100%"], await NamesAsync(places.Owner, workspace, "&q=harb"));
        Assert.Equal(["Harbour 100%"], await NamesAsync(places.Owner, workspace, "&q=%25"));
    }

    [Theory]
    [InlineData("createdAt", "Bravo alpha Delta Charlie")]
    [InlineData("-createdAt", "Charlie Delta alpha Bravo")]
    [InlineData("name", "alpha Bravo Charlie Delta")]
    [InlineData("-name", "Delta Charlie Bravo alpha")]
    [InlineData("dueDate", "alpha Bravo Delta Charlie")]
    [InlineData("-dueDate", "Bravo alpha Charlie Delta")]
    [InlineData("key", "alpha Bravo Charlie Delta")]
    [InlineData("-updatedAt", "Charlie Delta alpha Bravo")]
    public async Task Every_sort_pages_without_gap_or_repeat_nulls_last(string sort, string expected)
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        foreach (var (name, dueDate) in new[] { ("Bravo", "2026-06-01"), ("alpha", "2026-05-01"), ("Delta", null), ("Charlie", (string?)null) })
        {
            await places.Owner.PostAsync("/api/projects", new { name, dueDate, workspaceId = workspace }).JsonAsync(HttpStatusCode.Created);
        }

        var names = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await places.Owner.ReadAsync($"/api/projects?workspaceId={workspace}&sort={sort}&limit=1{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
            names.Add(Assert.Single(page.Items()).Text("name"));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.Equal(expected, string.Join(' ', names));
    }

    [Fact]
    public async Task A_wrong_sort_limit_or_cursor_is_refused()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        await places.OwnProjectAsync("A", workspace);
        await places.OwnProjectAsync("B", workspace);
        var cursor = (await places.Owner.ReadAsync($"/api/projects?workspaceId={workspace}&limit=1")).Text("nextCursor");
        await places.Owner.GetAsync($"/api/projects?sort=name&cursor={cursor}").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await places.Owner.GetAsync("/api/projects?cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await places.Owner.GetAsync("/api/projects?sort=color").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Owner.GetAsync("/api/projects?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Owner.GetAsync("/api/projects?limit=201").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    private static async Task<IEnumerable<string>> NamesAsync(Person person, Guid workspace, string filter = "") =>
        (await person.ReadAsync($"/api/projects?workspaceId={workspace}{filter}")).Items().Select((JsonElement p) => p.Text("name"));
}
