using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Dependencies;

public sealed class ListDependenciesTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Dependencies_are_listed_in_pages_the_latest_first_and_read_one_by_one()
    {
        var task = await team.TaskAsync();
        var made = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            made.Insert(0, await AddAsync(task, await team.TaskAsync()));
        }

        var path = $"/api/tasks/{task.Id()}/dependencies";
        var page = await team.Viewer.ReadAsync($"{path}?limit=2");
        Assert.Equal(made[..2], page.Items().Select(d => d.Id()));
        var rest = await team.Viewer.ReadAsync($"{path}?limit=2&cursor={page.Text("nextCursor")}");
        Assert.Equal(made[2..], rest.Items().Select(d => d.Id()));
        Assert.True(rest.IsNull("nextCursor"));
        await team.Viewer.GetAsync($"{path}?cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await team.Viewer.GetAsync($"{path}?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");

        Assert.Equal(page.Items()[0].GetRawText(), (await team.Viewer.ReadAsync($"{path}/{made[0]}")).GetRawText());
        await team.Viewer.GetAsync($"{path}/{Guid.CreateVersion7()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Stranger.GetAsync($"{path}/{made[0]}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Those_of_a_task_in_the_trash_are_hidden_and_come_back_with_it()
    {
        var (one, other) = (await team.TaskAsync(), await team.TaskAsync());
        var made = await AddAsync(one, other);
        var deleted = await team.Contributor.DeleteAsync($"/api/tasks/{other.Id()}").ChangeIdAsync();
        var path = $"/api/tasks/{one.Id()}/dependencies";
        Assert.Empty((await team.Viewer.ReadAsync(path)).Items());
        await team.Viewer.GetAsync($"{path}/{made}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"/api/tasks/{other.Id()}/dependencies").ProblemAsync(HttpStatusCode.NotFound, "not_found");

        await team.Contributor.PostAsync($"/api/changes/{deleted}/undo").JsonAsync();
        Assert.Equal(made, Assert.Single((await team.Viewer.ReadAsync(path)).Items()).Id());
    }

    private async Task<Guid> AddAsync(JsonElement task, JsonElement blocked) =>
        (await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/dependencies", new { taskId = blocked.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created)).Id();
}
