using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Approvals;

public sealed class WithdrawAnswerTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task An_answer_is_taken_back_until_the_decision_fell()
    {
        var task = $"/api/tasks/{(await team.TaskAsync(projectId: await api.GuardedProjectAsync(team))).Id()}";
        var request = $"{task}/approvals/{(await team.Contributor.PostAsync($"{task}/approvals", new { status = "done" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        await team.Viewer.DeleteAsync($"{request}/answer").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.PostAsync($"{request}/reject", new { note = "No" }).JsonAsync(HttpStatusCode.OK);

        await team.Viewer.SendAsync(HttpMethod.Delete, $"{request}/answer", null, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await team.Viewer.DeleteAsync($"{request}/answer").JsonAsync(HttpStatusCode.NoContent);
        await team.Viewer.DeleteAsync($"{request}/answer").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        var open = await team.Viewer.ReadAsync(request);
        Assert.Equal(("pending", 0, 3L), (open.Text("state"), open.GetProperty("answers").GetArrayLength(), open.Version()));
        Assert.Equal("task.approval_answered", (await team.Viewer.ReadAsync($"{task}/history")).Items()[^1].Text("type"));

        await team.Viewer.PostAsync($"{request}/approve").JsonAsync(HttpStatusCode.OK);
        await team.Manager.PostAsync($"{request}/approve").JsonAsync(HttpStatusCode.OK);
        await team.Viewer.DeleteAsync($"{request}/answer").ProblemAsync(HttpStatusCode.Conflict, "approval_decided");
        await team.Stranger.DeleteAsync($"{request}/answer").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
