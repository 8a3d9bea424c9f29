using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Allocations;

public sealed class DeleteAllocationTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_deleted_allocation_is_gone()
    {
        var list = $"{await places.TeamProjectAsync()}/allocations";
        var path = $"{list}/{(await places.Manager.PostAsync(list, new { userId = places.Viewer.Id, hoursPerWeek = 10, from = "2026-01-05", to = "2026-03-29" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        await places.Contributor.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        Assert.Equal(HttpStatusCode.NoContent, (await places.Manager.DeleteAsync(path)).StatusCode);

        await places.Manager.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
