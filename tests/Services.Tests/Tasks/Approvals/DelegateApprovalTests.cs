using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Approvals;

public sealed class DelegateApprovalTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task An_approver_hands_the_own_answer_over_and_the_other_one_is_told_and_answers()
    {
        var (task, request) = await AskAsync();

        var handed = await team.Viewer.PostAsync($"{request}/delegate", new { userId = team.Contributor.Id }).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(("pending", 2L, 2), (handed.Text("state"), handed.Version(), handed.Number("needed")));
        Assert.Equal([team.Manager.Id, team.Owner.Id, team.Contributor.Id], handed.GetProperty("approverIds").EnumerateArray().Select(id => id.GetGuid()));
        await team.Viewer.PostAsync($"{request}/approve").ProblemAsync(HttpStatusCode.Forbidden, "not_an_approver");
        await team.Contributor.PostAsync($"{request}/approve").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("approved", (await team.Owner.PostAsync($"{request}/approve").JsonAsync(HttpStatusCode.OK)).Text("state"));

        var line = Assert.Single((await team.Viewer.ReadAsync($"{task}/history")).Items(), e => e.Text("type") == "task.approval_delegated");
        var change = line.GetProperty("changes").GetProperty("approval");
        Assert.Equal((team.Viewer.Id, team.Contributor.Id), (change.GetProperty("from").Id("approverId"), change.GetProperty("to").Id("approverId")));
        Assert.Equal("done", change.GetProperty("to").Text("status"));
        await Eventually.GetAsync(
            () => team.Contributor.ReadAsync("/api/notifications"),
            inbox => inbox.Items().Any(n => n.Text("type") == "task.approval_delegated" && n.GetProperty("subject").Id() == Guid.Parse(task.Split('/')[^1])));
    }

    [Fact]
    public async Task Only_who_may_still_answer_hands_over_and_only_to_a_member_who_is_not_asked_already()
    {
        var (_, request) = await AskAsync();
        var path = $"{request}/delegate";
        await team.Contributor.PostAsync(path, new { userId = team.Viewer.Id }).ProblemAsync(HttpStatusCode.Forbidden, "not_an_approver");
        await team.Viewer.PostAsync(path, new { userId = team.Owner.Id }).ProblemAsync(HttpStatusCode.Conflict, "already_an_approver");
        await team.Viewer.PostAsync(path, new { userId = team.Viewer.Id }).ProblemAsync(HttpStatusCode.Conflict, "already_an_approver");
        foreach (var userId in new[] { team.Stranger.Id, Guid.CreateVersion7() })
        {
            await team.Viewer.PostAsync(path, new { userId }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        await team.Viewer.PostAsync(path, new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Stranger.PostAsync(path, new { userId = team.Contributor.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.SendAsync(HttpMethod.Post, path, new { userId = team.Contributor.Id }, ("If-Match", "\"5\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");

        await team.Viewer.PostAsync($"{request}/approve").JsonAsync(HttpStatusCode.OK);
        await team.Viewer.PostAsync(path, new { userId = team.Contributor.Id }).ProblemAsync(HttpStatusCode.Conflict, "already_answered");
        await team.Owner.PostAsync($"{request}/approve").JsonAsync(HttpStatusCode.OK);
        await team.Manager.PostAsync(path, new { userId = team.Contributor.Id }).ProblemAsync(HttpStatusCode.Conflict, "approval_decided");
    }

    [Fact]
    public async Task What_was_handed_over_is_not_undone()
    {
        var (_, request) = await AskAsync();
        using var handed = await team.Viewer.PostAsync($"{request}/delegate", new { userId = team.Contributor.Id });
        var change = handed.Headers.GetValues("X-Change-Id").Single();
        await team.Viewer.PostAsync($"/api/changes/{change}/undo").ProblemAsync(HttpStatusCode.Conflict, "undo_conflict");
    }

    private async Task<(string Task, string Request)> AskAsync()
    {
        var task = $"/api/tasks/{(await team.TaskAsync(projectId: await api.GuardedProjectAsync(team))).Id()}";
        var request = await team.Contributor.PostAsync($"{task}/approvals", new { status = "done" }).JsonAsync(HttpStatusCode.Created);
        return (task, $"{task}/approvals/{request.Id()}");
    }
}
