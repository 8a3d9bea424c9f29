using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.TimeEntries;

public sealed class EditTimeEntryTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task An_own_entry_is_patched_and_replaced()
    {
        var path = await EntryAsync();
        var patched = await places.Contributor.PatchAsync(path, new { minutes = 45 }).JsonAsync();
        Assert.Equal((45, "2026-03-02", "Note", 2L), (patched.Number("minutes"), patched.Text("date"), patched.Text("note"), patched.Version()));

        var replaced = await places.Contributor.PutAsync(path, new { minutes = 30, date = "2026-03-03" }).JsonAsync();
        Assert.Equal((30, "2026-03-03", "", places.Contributor.Id), (replaced.Number("minutes"), replaced.Text("date"), replaced.Text("note"), replaced.Id("userId")));
        await places.Api.ToldAsync($"time_entry:{replaced.Id()}", "time.logged", "time.changed", "time.changed");
    }

    [Fact]
    public async Task An_entry_of_another_person_is_the_managers_to_change()
    {
        var path = await EntryAsync();
        await places.Viewer.PatchAsync(path, new { minutes = 1 }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PatchAsync(path, new { minutes = 1 }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(1, (await places.Manager.PatchAsync(path, new { minutes = 1 }).JsonAsync()).Number("minutes"));

        var managers = await EntryAsync(places.Manager);
        await places.Contributor.PatchAsync(managers, new { minutes = 1 }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Stale_versions_and_wrong_members_change_nothing()
    {
        var path = await EntryAsync();
        await places.Contributor.SendAsync(HttpMethod.Patch, path, new { minutes = 1 }, ("If-Match", "\"9\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Contributor.PatchAsync(path, new { minutes = -1 }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Contributor.PatchAsync(path, new { taskId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(1L, (await places.Contributor.ReadAsync(path)).Version());
    }

    private async Task<string> EntryAsync(Person? by = null)
    {
        var path = $"{await places.TeamProjectAsync()}/time-entries";
        var entry = await (by ?? places.Contributor).PostAsync(path, new { minutes = 60, date = "2026-03-02", note = "Note" }).JsonAsync(HttpStatusCode.Created);
        return $"{path}/{entry.Id()}";
    }
}
