using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.TimeEntries;

public sealed class DeleteTimeEntryTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task An_entry_is_removed_by_its_person_or_a_manager_alone()
    {
        var path = $"{await places.TeamProjectAsync()}/time-entries";
        var own = $"{path}/{(await places.Contributor.PostAsync(path, new { minutes = 5, date = "2026-03-02" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        var managers = $"{path}/{(await places.Manager.PostAsync(path, new { minutes = 5, date = "2026-03-02" }).JsonAsync(HttpStatusCode.Created)).Id()}";

        await places.Contributor.DeleteAsync(managers).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.NoContent, (await places.Contributor.DeleteAsync(own)).StatusCode);
        await places.Contributor.DeleteAsync(own).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(HttpStatusCode.NoContent, (await places.Owner.DeleteAsync(managers)).StatusCode);
        Assert.Empty((await places.Viewer.ReadAsync(path)).Items());
    }
}
