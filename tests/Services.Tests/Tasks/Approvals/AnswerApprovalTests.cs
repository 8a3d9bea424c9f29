using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Approvals;

public sealed class AnswerApprovalTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task The_last_approval_that_it_takes_moves_the_task()
    {
        var (task, request) = await AskAsync();
        await team.Contributor.PostAsync($"{request}/approve").ProblemAsync(HttpStatusCode.Forbidden, "not_an_approver");

        var first = await team.Viewer.PostAsync($"{request}/approve", new { note = "Fine" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("pending", 2L), (first.Text("state"), first.Version()));
        Assert.Equal("todo", (await team.Viewer.ReadAsync(task)).Text("status"));
        await team.Viewer.PostAsync($"{request}/reject").ProblemAsync(HttpStatusCode.Conflict, "already_answered");

        var second = await team.Manager.PostAsync($"{request}/approve").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("approved", second.Text("state"));
        Assert.Equal([(team.Viewer.Id, true, "Fine"), (team.Manager.Id, true, "")], second.GetProperty("answers").EnumerateArray().Select(a => (a.Id("userId"), a.GetProperty("isApproval").GetBoolean(), a.Text("note"))));
        var moved = await team.Viewer.ReadAsync(task);
        Assert.Equal(("done", "completed", 100), (moved.Text("status"), moved.Text("statusCategory"), moved.Number("progress")));
        Assert.Equal(
            ["task.approval_requested", "task.approval_answered", "task.status_changed", "task.completed", "task.approval_answered"],
            (await team.Viewer.ReadAsync($"{task}/history")).Items().Skip(1).Select(e => e.Text("type")));
        await team.Owner.PostAsync($"{request}/approve").ProblemAsync(HttpStatusCode.Conflict, "approval_decided");
    }

    [Fact]
    public async Task It_is_rejected_once_there_can_be_no_more_enough_approvals()
    {
        var (task, request) = await AskAsync();
        Assert.Equal("pending", (await team.Viewer.PostAsync($"{request}/reject").JsonAsync()).Text("state"));
        Assert.Equal("rejected", (await team.Owner.PostAsync($"{request}/reject", new { note = "Not yet" }).JsonAsync()).Text("state"));
        Assert.Equal("todo", (await team.Viewer.ReadAsync(task)).Text("status"));
        // It may be asked for again.
        await team.Contributor.PostAsync($"{task}/approvals", new { status = "done" }).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Two_answers_at_once_both_count()
    {
        var (task, request) = await AskAsync();
        await Task.WhenAll(team.Viewer.PostAsync($"{request}/approve").JsonAsync(), team.Owner.PostAsync($"{request}/approve").JsonAsync());
        Assert.Equal("done", (await team.Viewer.ReadAsync(task)).Text("status"));
        Assert.Equal(2, (await team.Viewer.ReadAsync(request)).GetProperty("answers").GetArrayLength());
    }

    [Fact]
    public async Task Strangers_see_no_request_and_a_stale_version_is_refused()
    {
        var (_, request) = await AskAsync();
        await team.Stranger.PostAsync($"{request}/approve").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.SendAsync(HttpMethod.Post, $"{request}/approve", new { }, ("If-Match", "\"5\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await team.Viewer.PostAsync($"{request[..^36]}{Guid.CreateVersion7()}/approve").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_manager_answers_for_an_approver_who_has_left_the_project()
    {
        var project = await api.GuardedProjectAsync(team);
        var second = await api.RegisterAsync("Sami");
        await team.Owner.PostAsync($"/api/projects/{project}/members", new { userId = second.Id, role = "manager" }).JsonAsync(HttpStatusCode.Created);
        await api.MembersKnownAsync(project, 5);
        var task = $"/api/tasks/{(await team.TaskAsync(projectId: project)).Id()}";
        var request = $"{task}/approvals/{(await team.Contributor.PostAsync($"{task}/approvals", new { status = "done" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        await second.PostAsync($"{request}/approve").ProblemAsync(HttpStatusCode.Forbidden, "not_an_approver");
        await team.Owner.DeleteAsync($"/api/projects/{project}/members/{team.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(() => team.Viewer.GetAsync(task), answer => answer.StatusCode == HttpStatusCode.NotFound);

        await team.Contributor.PostAsync($"{request}/approve").ProblemAsync(HttpStatusCode.Forbidden, "not_an_approver");
        var answered = await second.PostAsync($"{request}/approve").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(("pending", 2), (answered.Text("state"), answered.Number("needed")));
        Assert.Equal([team.Manager.Id, team.Owner.Id, second.Id], answered.GetProperty("approverIds").EnumerateArray().Select(id => id.GetGuid()));
        Assert.Equal("approved", (await team.Owner.PostAsync($"{request}/approve").JsonAsync(HttpStatusCode.OK)).Text("state"));
        Assert.Equal("done", (await team.Manager.ReadAsync(task)).Text("status"));
    }

    private async Task<(string Task, string Request)> AskAsync()
    {
        var task = $"/api/tasks/{(await team.TaskAsync(projectId: await api.GuardedProjectAsync(team))).Id()}";
        var request = await team.Contributor.PostAsync($"{task}/approvals", new { status = "done" }).JsonAsync(HttpStatusCode.Created);
        return (task, $"{task}/approvals/{request.Id()}");
    }
}
