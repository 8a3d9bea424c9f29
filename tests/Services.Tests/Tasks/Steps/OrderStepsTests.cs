using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Steps;

public sealed class OrderStepsTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Steps_take_the_order_in_which_they_are_named_and_others_stay_behind()
    {
        var task = await team.TaskAsync(new { steps = new[] { "One", "Two", "Three", "Four" }.Select(title => new { title }) });
        var ids = task.GetProperty("steps").EnumerateArray().Select(s => s.Id()).ToList();
        var path = $"/api/tasks/{task.Id()}/steps";

        var ordered = await team.Contributor.PutAsync(path, new { ids = new[] { ids[3], ids[1] } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(["Four", "Two", "One", "Three"], ordered.Items().Select(s => s.Text("title")));
        Assert.Equal(ordered.GetProperty("items").GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).GetProperty("steps").GetRawText());

        await team.Contributor.PutAsync(path, new { ids = new[] { Guid.CreateVersion7() } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PutAsync(path, new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Viewer.PutAsync(path, new { ids }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }
}
