using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.SavedViews;

public sealed class ListViewsTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Everybody_sees_their_own_views_and_those_that_are_shared_with_them()
    {
        var (project, _) = await team.NewProjectAsync();
        var mine = await AddAsync(team.Viewer, new { name = "Mine", projectId = project });
        var theirs = await AddAsync(team.Contributor, new { name = "Private", projectId = project });
        var shared = await AddAsync(team.Contributor, new { name = "Shared", projectId = project, visibility = "project" });
        var everybodys = await AddAsync(team.Owner, new { name = "Everybody's", visibility = "workspace" });

        Assert.Equal([shared, mine], await IdsAsync(team.Viewer, $"?projectId={project}"));
        Assert.Contains(everybodys, await IdsAsync(team.Viewer, $"?workspaceId={team.Owner.Id}"));
        Assert.DoesNotContain(everybodys, await IdsAsync(team.Stranger, ""));
        await team.Viewer.GetAsync($"/api/views/{theirs}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync($"/api/views/{shared}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync($"/api/views?projectId={project}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Views_come_in_pages_and_leave_with_the_membership()
    {
        var (project, _) = await team.NewProjectAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, await AddAsync(team.Viewer, new { name = $"View {i}", projectId = project }));
        }

        var first = await team.Viewer.ReadAsync($"/api/views?projectId={project}&limit=2");
        var second = await team.Viewer.ReadAsync($"/api/views?projectId={project}&limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal(ids, first.Items().Concat(second.Items()).Select(v => v.Id()));
        await team.Viewer.GetAsync("/api/views?cursor=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");

        await team.Owner.DeleteAsync($"/api/projects/{project}/members/{team.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(() => team.Viewer.GetAsync($"/api/views/{ids[0]}"), r => r.StatusCode == HttpStatusCode.NotFound);
    }

    private static async Task<Guid> AddAsync(Person by, object view) => (await by.PostAsync("/api/views", view).JsonAsync(HttpStatusCode.Created)).Id();

    private static async Task<IEnumerable<Guid>> IdsAsync(Person by, string query) => (await by.ReadAsync("/api/views" + query)).Items().Select(v => v.Id());
}
