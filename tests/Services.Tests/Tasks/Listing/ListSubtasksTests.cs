using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Listing;

public sealed class ListSubtasksTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Sub_tasks_stand_in_the_order_of_the_board_and_count_for_their_parent()
    {
        var parent = await team.TaskAsync();
        var (a, b, c) = (await ChildAsync(parent.Id()), await ChildAsync(parent.Id()), await ChildAsync(parent.Id()));
        await team.Contributor.PostAsync($"/api/tasks/{c}/move", new { beforeId = a }).JsonAsync();
        await team.Contributor.PatchAsync($"/api/tasks/{b}/status", new { status = "done" }).JsonAsync();

        Assert.Equal([c, a, b], (await team.Viewer.ReadAsync($"/api/tasks/{parent.Id()}/subtasks")).Items().Select(t => t.Id()));
        var counted = await team.Viewer.ReadAsync($"/api/tasks/{parent.Id()}");
        Assert.Equal((3, 1, 33), (counted.GetProperty("subtaskCount").GetInt32(), counted.GetProperty("subtaskDoneCount").GetInt32(), counted.GetProperty("progress").GetInt32()));
        // Counters stand outside the version: others' work makes no edit stale.
        Assert.Equal(1, counted.Version());
    }

    [Fact]
    public async Task A_sub_task_that_moves_to_another_parent_is_counted_there()
    {
        var (one, other) = (await team.TaskAsync(), await team.TaskAsync());
        var child = await ChildAsync(one.Id());
        await team.Contributor.PatchAsync($"/api/tasks/{child}", new { parentId = other.Id() }).JsonAsync();
        Assert.Equal(0, (await team.Viewer.ReadAsync($"/api/tasks/{one.Id()}")).GetProperty("subtaskCount").GetInt32());
        Assert.Equal(1, (await team.Viewer.ReadAsync($"/api/tasks/{other.Id()}")).GetProperty("subtaskCount").GetInt32());
        Assert.Equal(child, Assert.Single((await team.Viewer.ReadAsync($"/api/tasks/{other.Text("key")}/subtasks")).Items()).Id());
    }

    [Fact]
    public async Task Pages_follow_each_other_and_deeper_tasks_stay_out()
    {
        var parent = await team.TaskAsync();
        var children = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            children.Add(await ChildAsync(parent.Id()));
        }

        await ChildAsync(children[0]);
        var path = $"/api/tasks/{parent.Id()}/subtasks?limit=2";
        var first = await team.Viewer.ReadAsync(path);
        var second = await team.Viewer.ReadAsync($"{path}&cursor={first.Text("nextCursor")}");
        Assert.Equal(children, first.Items().Concat(second.Items()).Select(t => t.Id()));
        Assert.Equal("", (await team.Viewer.ReadAsync($"{path}&fields=description")).Items()[0].Text("description"));
        await team.Viewer.GetAsync($"/api/tasks/{parent.Id()}/subtasks?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task The_parent_must_be_visible()
    {
        var parent = await team.TaskAsync();
        await ChildAsync(parent.Id());
        await team.Stranger.GetAsync($"/api/tasks/{parent.Id()}/subtasks").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.DeleteAsync($"/api/tasks/{parent.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await team.Viewer.GetAsync($"/api/tasks/{parent.Id()}/subtasks").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_sub_task_is_made_below_the_task_in_the_path()
    {
        var parent = await team.TaskAsync();
        using var answer = await team.Contributor.PostAsync($"/api/tasks/{parent.Id()}/subtasks", new { title = "Part", parentId = Guid.CreateVersion7() });
        var part = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(($"/api/tasks/{part.Id()}", parent.Id(), team.ProjectId), (answer.Headers.Location?.ToString(), part.Id("parentId"), part.Id("projectId")));
        Assert.Equal(part.Id(), Assert.Single((await team.Viewer.ReadAsync($"/api/tasks/{parent.Id()}/subtasks")).Items()).Id());
        await team.Contributor.PostAsync($"/api/tasks/{parent.Id()}/subtasks", new { title = " " }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    private async Task<Guid> ChildAsync(Guid parentId) => (await team.TaskAsync(new { parentId })).Id();
}
