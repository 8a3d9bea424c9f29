using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

public sealed class RemoveCycleTasksTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Many_tasks_leave_a_cycle_at_once_and_the_answer_says_which()
    {
        var (project, _) = await team.NewProjectAsync();
        var cycle = await team.CycleAsync(project);
        var (a, b, other) = ((await team.TaskAsync(projectId: project)).Id(), (await team.TaskAsync(projectId: project)).Id(), (await team.TaskAsync(projectId: project)).Id());
        await team.TakeAsync(cycle, a, b);
        var path = $"/api/cycles/{cycle.Id()}/tasks/remove";

        var answer = await team.Contributor.PostAsync(path, new { taskIds = new[] { b, a, other, a } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(new[] { a, b }.Order(), answer.GetProperty("removedIds").EnumerateArray().Select(id => id.GetGuid()).Order());
        Assert.Equal((0, 3L), (answer.GetProperty("cycle").Number("taskCount"), answer.GetProperty("cycle").Version()));
        Assert.Equal(["added", "added", "removed", "removed"], (await team.Viewer.ReadAsync($"/api/cycles/{cycle.Id()}/scope")).Items().Select(l => l.Text("change")));
        answer = await team.Contributor.PostAsync(path, new { taskIds = new[] { a } }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((0, 3L), (answer.GetProperty("removedIds").GetArrayLength(), answer.GetProperty("cycle").Version()));

        await team.Viewer.PostAsync(path, new { taskIds = new[] { a } }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync(path, new { taskIds = new[] { a } }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PostAsync(path, new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Manager.PostAsync($"/api/cycles/{cycle.Id()}/close").JsonAsync(HttpStatusCode.OK);
        await team.Contributor.PostAsync(path, new { taskIds = new[] { a } }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "cycle_closed");
    }
}
