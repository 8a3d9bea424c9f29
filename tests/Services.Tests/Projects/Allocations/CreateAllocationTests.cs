using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Allocations;

public sealed class CreateAllocationTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_created_allocation_is_answered_whole_and_read_alike()
    {
        var path = $"{await places.TeamProjectAsync()}/allocations";
        var allocation = await places.Manager.PostAsync(path, new { userId = places.Contributor.Id, hoursPerWeek = 12.5, from = "2026-01-05", to = "2026-03-29" }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(["id", "projectId", "userId", "hoursPerWeek", "from", "to", "createdAt", "version"], allocation.Names());
        Assert.Equal((places.Contributor.Id, 12.5m, "2026-03-29"), (allocation.Id("userId"), allocation.GetProperty("hoursPerWeek").GetDecimal(), allocation.Text("to")));
        await places.Api.ToldAsync($"allocation:{allocation.Id()}", "allocation.created");
    }

    [Fact]
    public async Task Wrong_members_people_from_outside_and_missing_rights_are_refused()
    {
        var path = $"{await places.TeamProjectAsync()}/allocations";
        var userId = places.Contributor.Id;
        foreach (var body in new object[]
        {
            new { userId, hoursPerWeek = 8, from = "2026-01-05" }, new { hoursPerWeek = 8, from = "2026-01-05", to = "2026-01-06" },
            new { userId, hoursPerWeek = 169, from = "2026-01-05", to = "2026-01-06" }, new { userId, hoursPerWeek = 8.1, from = "2026-01-05", to = "2026-01-06" },
            new { userId, hoursPerWeek = 8, from = "2026-01-07", to = "2026-01-06" },
        })
        {
            await places.Manager.PostAsync(path, body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        var good = new { userId, hoursPerWeek = 8, from = "2026-01-05", to = "2026-01-06" };
        await places.Manager.PostAsync(path, new { userId = places.Stranger.Id, good.hoursPerWeek, good.from, good.to }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Contributor.PostAsync(path, good).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync(path, good).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
