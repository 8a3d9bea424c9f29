using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Approvals;

public sealed class RequestApprovalTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_status_that_needs_approvals_is_asked_for_once()
    {
        var project = await api.GuardedProjectAsync(team);
        var task = await team.TaskAsync(projectId: project);
        var path = $"/api/tasks/{task.Id()}";
        var refused = await team.Contributor.PatchAsync($"{path}/status", new { status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "approval_required");
        Assert.Equal(2, refused.Number("needed"));
        await team.Contributor.PostAsync($"{path}/move", new { status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "approval_required");
        await team.Contributor.PatchAsync(path, new { status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "approval_required");
        await team.Contributor.PostAsync("/api/tasks", new { projectId = project, title = "Done at once", status = "done" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "approval_required");

        var request = await team.Contributor.PostAsync($"{path}/approvals", new { status = "done", note = " Please " }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(
            ["id", "taskId", "status", "state", "note", "requestedBy", "requestedAt", "approverIds", "needed", "answers", "decidedAt", "version"], request.Names());
        Assert.Equal(("done", "pending", "Please", 2), (request.Text("status"), request.Text("state"), request.Text("note"), request.Number("needed")));
        Assert.Equal("todo", (await team.Viewer.ReadAsync(path)).Text("status"));
        Assert.Equal("task.approval_requested", (await team.Viewer.ReadAsync($"{path}/history")).Items()[^1].Text("type"));
        await team.Manager.PostAsync($"{path}/approvals", new { status = "done" }).ProblemAsync(HttpStatusCode.Conflict, "approval_pending");
    }

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        var project = await api.GuardedProjectAsync(team);
        var path = $"/api/tasks/{(await team.TaskAsync(projectId: project)).Id()}/approvals";
        await team.Contributor.PostAsync(path, new { status = "in_progress" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "no_approval_needed");
        await team.Contributor.PostAsync(path, new { status = "nowhere" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Contributor.PostAsync(path, new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Viewer.PostAsync(path, new { status = "done" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync(path, new { status = "done" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
