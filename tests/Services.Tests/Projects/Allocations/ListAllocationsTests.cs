using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Allocations;

public sealed class ListAllocationsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Person_and_span_narrow_the_list()
    {
        var list = $"{await places.TeamProjectAsync()}/allocations";
        foreach (var (person, from, to) in new[] { (places.Viewer, "2026-01-01", "2026-01-31"), (places.Contributor, "2026-02-01", "2026-02-28") })
        {
            await places.Manager.PostAsync(list, new { userId = person.Id, hoursPerWeek = 10, from, to }).JsonAsync(HttpStatusCode.Created);
        }

        Assert.Equal(2, (await places.Viewer.ReadAsync(list)).Items().Count);
        Assert.Equal("2026-01-01", Assert.Single((await places.Viewer.ReadAsync($"{list}?userId={places.Viewer.Id}")).Items()).Text("from"));
        Assert.Equal("2026-02-01", Assert.Single((await places.Viewer.ReadAsync($"{list}?from=2026-02-10&to=2026-02-11")).Items()).Text("from"));
        await places.Stranger.GetAsync(list).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
