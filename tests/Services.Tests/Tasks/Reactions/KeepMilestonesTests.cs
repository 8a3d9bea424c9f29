using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Reactions;

public sealed class KeepMilestonesTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_task_belongs_to_a_milestone_that_was_made_a_moment_ago()
    {
        var (project, key) = await team.NewProjectAsync();
        var milestone = await MilestoneAsync(project, "Go-live");
        var made = await team.TaskAsync(new { milestoneId = milestone }, project);
        Assert.Equal(milestone.ToString(), made.Text("milestoneId"));

        var moved = await MilestoneAsync(project, "Later");
        var changed = await team.Contributor.PatchAsync($"/api/tasks/{made.Id()}", new { milestoneId = moved }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(moved.ToString(), changed.Text("milestoneId"));
        Assert.Equal(changed.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{made.Id()}")).GetRawText());
        Assert.Equal([made.Id()], await FoundAsync($"projectId={project}&milestoneId={moved}"));
        Assert.Empty(await FoundAsync($"projectId={project}&milestoneId=none,{milestone}"));
        Assert.Equal([made.Id()], await FoundAsync($"query={Uri.EscapeDataString($"milestone = LATER and project = {key}")}"));
        Assert.Equal([made.Id()], await FoundAsync($"query={Uri.EscapeDataString($"milestone != go-live and project = {key}")}"));

        var replaced = await team.Contributor.PutAsync($"/api/tasks/{made.Id()}", new { title = "No milestone" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, replaced.GetProperty("milestoneId").ValueKind);
    }

    [Fact]
    public async Task A_milestone_of_another_project_or_of_none_is_404()
    {
        var (project, _) = await team.NewProjectAsync();
        var foreign = await MilestoneAsync(team.ProjectId, "Elsewhere");
        var task = await team.TaskAsync(projectId: project);
        foreach (var milestoneId in new[] { foreign, Guid.CreateVersion7() })
        {
            await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { milestoneId }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
            await team.Contributor.PostAsync("/api/tasks", new { projectId = project, title = "x", milestoneId }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task A_deleted_milestone_leaves_its_tasks_and_no_undo_brings_it_back()
    {
        var (project, _) = await team.NewProjectAsync();
        var milestone = await MilestoneAsync(project, "Dropped");
        var task = await team.TaskAsync(new { milestoneId = milestone }, project);
        using var cleared = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { milestoneId = (Guid?)null });
        var kept = await team.TaskAsync(new { milestoneId = milestone }, project);

        await team.Manager.DeleteAsync($"/api/projects/{project}/milestones/{milestone}").JsonAsync(HttpStatusCode.NoContent);

        await Eventually.GetAsync(() => team.Viewer.ReadAsync($"/api/tasks/{kept.Id()}"), t => t.GetProperty("milestoneId").ValueKind == JsonValueKind.Null);
        var last = (await team.Viewer.ReadAsync($"/api/tasks/{kept.Id()}/history")).Items()[^1];
        Assert.Equal(("task.updated", milestone.ToString()), (last.Text("type"), last.GetProperty("changes").GetProperty("milestoneId").Text("from")));
        Assert.Equal(milestone.ToString(), (await team.Viewer.ReadAsync($"/api/tasks/{kept.Id()}?asOf={Uri.EscapeDataString(kept.Text("updatedAt"))}")).Text("milestoneId"));
        await team.Contributor.PostAsync($"/api/changes/{cleared.Headers.GetValues("X-Change-Id").Single()}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).GetProperty("milestoneId").ValueKind);
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { milestoneId = milestone }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_query_that_names_no_milestone_of_ones_projects_is_a_fault()
    {
        var (project, _) = await team.NewProjectAsync();
        await team.TaskAsync(new { milestoneId = await MilestoneAsync(project, "Opening night") }, project);
        var problem = await team.Viewer.GetAsync($"/api/tasks?query={Uri.EscapeDataString("milestone = \"opening nigth\"")}").ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        Assert.Equal((12, "opening night"), (problem.GetProperty("position").GetInt32(), problem.GetProperty("expected")[0].GetString()));
        await team.Stranger.GetAsync($"/api/tasks?query={Uri.EscapeDataString("milestone = \"opening night\"")}").ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
    }

    private async Task<Guid> MilestoneAsync(Guid project, string name) =>
        (await team.Manager.PostAsync($"/api/projects/{project}/milestones", new { name }).JsonAsync(HttpStatusCode.Created)).Id();

    private async Task<Guid[]> FoundAsync(string query) => [.. (await team.Viewer.ReadAsync($"/api/tasks?{query}")).Items().Select(t => t.Id())];
}
