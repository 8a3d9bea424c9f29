using System.Net;

namespace Waymark.Services.Tests.Projects.DaysOff;

public sealed class ListDaysOffTests(WaymarkApi api)
{
    [Fact]
    public async Task One_sees_ones_own_days_alone()
    {
        var (person, other) = (await api.RegisterAsync("Dara"), await api.KnownAsync("Cem"));
        var march = await person.PostAsync("/api/time-off", new { from = "2026-03-05", to = "2026-03-06" }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync("/api/time-off", new { from = "2026-04-01", to = "2026-04-10" }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(2, (await person.ReadAsync("/api/time-off")).Items().Count);
        Assert.Equal(march.Id(), Assert.Single((await person.ReadAsync("/api/time-off?from=2026-03-06&to=2026-03-31")).Items()).Id());
        Assert.Equal(march.GetRawText(), (await person.ReadAsync($"/api/time-off/{march.Id()}")).GetRawText());
        await other.GetAsync($"/api/time-off/{march.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
