using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Labels;

public sealed class ListLabelsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Labels_stand_by_name_on_pages_that_insertions_do_not_shift()
    {
        var path = await places.TeamProjectAsync();
        foreach (var name in new[] { "delta", "Bravo", "alpha", "Charlie" })
        {
            await places.Owner.PostAsync($"{path}/labels", new { name }).JsonAsync(HttpStatusCode.Created);
        }

        var first = await places.Viewer.ReadAsync($"{path}/labels?limit=2");
        Assert.Equal(["alpha", "Bravo"], first.Items().Select(l => l.Text("name")));
        await places.Owner.PostAsync($"{path}/labels", new { name = "aaa" }).JsonAsync(HttpStatusCode.Created);
        var second = await places.Viewer.ReadAsync($"{path}/labels?limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal(["Charlie", "delta"], second.Items().Select(l => l.Text("name")));
        Assert.True(second.IsNull("nextCursor"));
    }

    [Fact]
    public async Task What_is_not_there_or_not_visible_is_not_found()
    {
        var path = await places.TeamProjectAsync();
        var label = await places.Owner.PostAsync($"{path}/labels", new { name = "x" }).JsonAsync(HttpStatusCode.Created);
        await places.Stranger.GetAsync($"{path}/labels").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Stranger.GetAsync($"{path}/labels/{label.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.GetAsync($"{path}/labels/{Guid.CreateVersion7()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.GetAsync($"/api/projects/{(await places.OwnProjectAsync()).Id()}/labels/{label.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.GetAsync($"{path}/labels?cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await places.Owner.GetAsync($"{path}/labels?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }
}
