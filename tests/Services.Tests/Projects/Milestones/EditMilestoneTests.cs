using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Milestones;

public sealed class EditMilestoneTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_patch_changes_what_it_names_and_a_replacement_everything()
    {
        var (path, milestone) = await GivenAsync();

        var patched = await places.Manager.PatchAsync(path, new { name = "Gamma" }).JsonAsync();
        Assert.Equal(("Gamma", "2026-12-24", 2L), (patched.Text("name"), patched.Text("dueDate"), patched.Version()));

        var replaced = await places.Manager.PutAsync(path, new { name = "Delta" }).JsonAsync();
        Assert.Equal(("Delta", null, 3L), (replaced.Text("name"), replaced.Text("dueDate"), replaced.Version()));
        await places.Api.ToldAsync($"milestone:{milestone.Id()}", "milestone.created", "milestone.updated", "milestone.updated");
    }

    [Fact]
    public async Task A_milestone_is_reached_once_and_can_be_opened_again()
    {
        var (path, _) = await GivenAsync();
        var reached = await places.Manager.PatchAsync(path, new { state = "completed" }).JsonAsync();
        Assert.NotNull(reached.Text("completedAt"));

        var again = await places.Manager.PatchAsync(path, new { state = "completed" }).JsonAsync();
        Assert.Equal(reached.GetRawText(), again.GetRawText());

        var open = await places.Manager.PatchAsync(path, new { state = "open" }).JsonAsync();
        Assert.Equal(("open", null), (open.Text("state"), open.Text("completedAt")));
    }

    [Fact]
    public async Task Stale_versions_wrong_members_and_missing_rights_change_nothing()
    {
        var (path, milestone) = await GivenAsync();
        await places.Manager.SendAsync(HttpMethod.Patch, path, new { name = "x" }, ("If-Match", "\"7\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Manager.PatchAsync(path, new { name = (string?)null }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Manager.PatchAsync(path, new { startDate = "2027-01-01" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Contributor.PatchAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PutAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(milestone.GetRawText(), (await places.Viewer.ReadAsync(path)).GetRawText());
    }

    private async Task<(string Path, JsonElement Milestone)> GivenAsync()
    {
        var project = await places.TeamProjectAsync();
        var milestone = await places.Manager.PostAsync($"{project}/milestones", new { name = "Beta", dueDate = "2026-12-24" }).JsonAsync(HttpStatusCode.Created);
        return ($"{project}/milestones/{milestone.Id()}", milestone);
    }
}
