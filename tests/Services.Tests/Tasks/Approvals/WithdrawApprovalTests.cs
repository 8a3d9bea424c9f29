using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Approvals;

public sealed class WithdrawApprovalTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Who_has_asked_or_a_manager_takes_it_back_while_it_is_open()
    {
        var project = await api.GuardedProjectAsync(team);
        var task = $"/api/tasks/{(await team.TaskAsync(projectId: project)).Id()}";
        var own = await team.Contributor.PostAsync($"{task}/approvals", new { status = "done" }).JsonAsync(HttpStatusCode.Created);
        await team.Viewer.DeleteAsync($"{task}/approvals/{own.Id()}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        using var withdrawn = await team.Contributor.DeleteAsync($"{task}/approvals/{own.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);

        await team.Contributor.DeleteAsync($"{task}/approvals/{own.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Manager.PostAsync($"{task}/approvals/{own.Id()}/approve").ProblemAsync(HttpStatusCode.Conflict, "approval_decided");
        Assert.Empty((await team.Viewer.ReadAsync($"{task}/approvals")).Items());

        var others = await team.Manager.PostAsync($"{task}/approvals", new { status = "done" }).JsonAsync(HttpStatusCode.Created);
        await team.Contributor.DeleteAsync($"{task}/approvals/{others.Id()}").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Owner.PostAsync($"{task}/approvals/{others.Id()}/reject").JsonAsync();
        await team.Viewer.PostAsync($"{task}/approvals/{others.Id()}/reject").JsonAsync();
        await team.Manager.DeleteAsync($"{task}/approvals/{others.Id()}").ProblemAsync(HttpStatusCode.Conflict, "approval_decided");
        Assert.Equal("rejected", Assert.Single((await team.Viewer.ReadAsync($"{task}/approvals")).Items()).Text("state"));
    }
}
