using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.SavedViews;

public sealed class CreateViewTests(Team team) : IClassFixture<Team>
{
    private const string Views = "/api/views";

    [Fact]
    public async Task A_view_keeps_its_query_layout_groups_and_columns()
    {
        using var answer = await team.Contributor.PostAsync(Views, new
        {
            name = "  Mine  ",
            projectId = team.ProjectId,
            layout = "table",
            query = "assignee = me and due < today + 7d order by due",
            group = "status",
            columns = new[] { "title", "due" },
            visibility = "project",
        });
        var view = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.EndsWith($"/api/views/{view.Id()}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("Mine", "table", "status", "project", team.Contributor.Id, team.Owner.Id), (view.Text("name"), view.Text("layout"), view.Text("group"), view.Text("visibility"), view.Id("ownerId"), view.Id("workspaceId")));
        Assert.Equal(view.GetRawText(), (await team.Viewer.ReadAsync($"/api/views/{view.Id()}")).GetRawText());

        var plain = await team.Viewer.PostAsync(Views, new { name = "Everything of mine" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("list", "", "private", team.Viewer.Id), (plain.Text("layout"), plain.Text("query"), plain.Text("visibility"), plain.Id("workspaceId")));
    }

    [Fact]
    public async Task A_query_that_is_none_is_refused_with_the_place_where_it_goes_wrong()
    {
        var problem = await team.Contributor.PostAsync(Views, new { name = "Wrong", projectId = team.ProjectId, query = "status = todo and colour = red" }).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        Assert.Equal(18, problem.Number("position"));
        foreach (var wrong in new object[] { new { name = " " }, new { name = "x", layout = "wall" }, new { name = "x", visibility = "public" }, new { name = "x", visibility = "project" }, new { name = "x", projectId = team.ProjectId, visibility = "workspace" }, new { name = "x", columns = new[] { " " } } })
        {
            await team.Contributor.PostAsync(Views, wrong).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }
    }

    [Fact]
    public async Task Sharing_takes_a_right_where_it_is_shared()
    {
        await team.Viewer.PostAsync(Views, new { name = "x", projectId = team.ProjectId, visibility = "project" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Contributor.PostAsync(Views, new { name = "x", workspaceId = team.Owner.Id, visibility = "workspace" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync(Views, new { name = "x", projectId = team.ProjectId }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.PostAsync(Views, new { name = "x", workspaceId = team.Owner.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Owner.PostAsync(Views, new { name = "x", workspaceId = team.Owner.Id, visibility = "workspace" }).JsonAsync(HttpStatusCode.Created);
    }
}
