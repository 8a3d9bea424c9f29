using System.Net;

namespace Waymark.Services.Tests.Projects.DaysOff;

public sealed class SetCapacityTests(WaymarkApi api)
{
    [Fact]
    public async Task Forty_hours_are_usual_until_somebody_says_otherwise()
    {
        var person = await api.RegisterAsync("Kai");
        var usual = await person.ReadAsync("/api/capacity");
        Assert.Equal((40m, 0L, person.Id), (usual.GetProperty("hoursPerWeek").GetDecimal(), usual.Version(), usual.Id("userId")));

        var set = await person.PutAsync("/api/capacity", new { hoursPerWeek = 30.5 }).JsonAsync();
        Assert.Equal((30.5m, 1L), (set.GetProperty("hoursPerWeek").GetDecimal(), set.Version()));
        await person.SendAsync(HttpMethod.Put, "/api/capacity", new { hoursPerWeek = 20 }, ("If-Match", "\"0\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await person.PutAsync("/api/capacity", new { hoursPerWeek = 169 }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await person.PutAsync("/api/capacity", new { hoursPerWeek = 168.25 }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await person.PutAsync("/api/capacity", new { hoursPerWeek = 2_147_483_648 }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await person.PutAsync("/api/capacity", new { hoursPerWeek = 8.1 }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal(2L, (await person.PutAsync("/api/capacity", new { hoursPerWeek = 20 }).JsonAsync()).Version());
    }
}
