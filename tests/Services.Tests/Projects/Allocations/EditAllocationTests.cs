using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Allocations;

public sealed class EditAllocationTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task An_allocation_is_patched_and_replaced_under_its_version()
    {
        var list = $"{await places.TeamProjectAsync()}/allocations";
        var made = await places.Manager.PostAsync(list, new { userId = places.Contributor.Id, hoursPerWeek = 10, from = "2026-01-05", to = "2026-03-29" }).JsonAsync(HttpStatusCode.Created);
        var path = $"{list}/{made.Id()}";

        var patched = await places.Manager.PatchAsync(path, new { hoursPerWeek = 20 }).JsonAsync();
        Assert.Equal((20m, "2026-01-05", 2L), (patched.GetProperty("hoursPerWeek").GetDecimal(), patched.Text("from"), patched.Version()));
        var replaced = await places.Manager.PutAsync(path, new { userId = places.Viewer.Id, hoursPerWeek = 5, from = "2026-02-02", to = "2026-02-08" }).JsonAsync();
        Assert.Equal(places.Viewer.Id, replaced.Id("userId"));

        await places.Manager.SendAsync(HttpMethod.Patch, path, new { hoursPerWeek = 1 }, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Manager.PatchAsync(path, new { to = "2026-01-01" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Contributor.PatchAsync(path, new { hoursPerWeek = 1 }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(3L, (await places.Viewer.ReadAsync(path)).Version());
    }
}
