using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Milestones;

public sealed class CreateMilestoneTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_created_milestone_is_answered_whole_and_read_alike()
    {
        var path = await places.TeamProjectAsync();
        using var answer = await places.Manager.PostAsync($"{path}/milestones", new { name = " Beta ", dueDate = "2026-12-24", description = "All *green*." });
        var milestone = await answer.JsonAsync(HttpStatusCode.Created);

        Assert.Equal(["id", "projectId", "name", "description", "startDate", "dueDate", "state", "completedAt", "progress", "createdAt", "version"], milestone.Names());
        Assert.Equal(("Beta", "2026-12-24", "open", 1L), (milestone.Text("name"), milestone.Text("dueDate"), milestone.Text("state"), milestone.Version()));
        Assert.Equal($"{path}/milestones/{milestone.Id()}", answer.Headers.Location?.ToString());
        Assert.Equal("\"1\"", answer.Headers.ETag?.Tag);
        Assert.Equal(milestone.GetRawText(), (await places.Viewer.ReadAsync($"{path}/milestones/{milestone.Id()}")).GetRawText());
        await places.Api.ToldAsync($"milestone:{milestone.Id()}", "milestone.created");
    }

    [Fact]
    public async Task Wrong_members_and_missing_rights_are_refused_and_leave_nothing()
    {
        var path = await places.TeamProjectAsync();
        foreach (var body in new object[] { new { }, new { name = " " }, new { name = "x", dueDate = "soon" }, new { name = "x", startDate = "2026-02-01", dueDate = "2026-01-01" }, new { name = "x", state = "maybe" } })
        {
            await places.Owner.PostAsync($"{path}/milestones", body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        await places.Contributor.PostAsync($"{path}/milestones", new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync($"{path}/milestones", new { name = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await places.Owner.ReadAsync($"{path}/milestones")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task An_archived_project_gets_no_milestone()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.PostAsync($"{path}/archive").JsonAsync();
        await places.Owner.PostAsync($"{path}/milestones", new { name = "x" }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "project_archived");
    }
}
