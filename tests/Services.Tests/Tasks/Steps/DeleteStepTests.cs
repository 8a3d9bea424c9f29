using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Steps;

public sealed class DeleteStepTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_deleted_step_is_gone_and_the_others_keep_their_order()
    {
        var task = await team.TaskAsync(new { steps = new object[] { new { title = "One" }, new { title = "Two" }, new { title = "Three" } } });
        var path = $"/api/tasks/{task.Id()}/steps";
        var second = $"{path}/{task.GetProperty("steps")[1].Id()}";
        await team.Viewer.DeleteAsync(second).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Contributor.DeleteAsync(second).JsonAsync(HttpStatusCode.NoContent);
        await team.Contributor.DeleteAsync(second).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(["One", "Three"], (await team.Viewer.ReadAsync(path)).Items().Select(s => s.Text("title")));
        await team.Viewer.GetAsync(second).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
