using System.Net;

namespace Waymark.Services.Tests.Projects.DaysOff;

public sealed class TakeDayOffTests(WaymarkApi api)
{
    [Fact]
    public async Task Days_off_are_answered_whole_and_wrong_ones_refused()
    {
        var person = await api.KnownAsync("Cem");
        var days = await person.PostAsync("/api/time-off", new { from = "2026-03-05", to = "2026-03-06", kind = "sick", part = "morning" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(["id", "userId", "from", "to", "kind", "part", "createdAt"], days.Names());
        foreach (var body in new object[] { new { from = "2026-03-05" }, new { from = "2026-03-05", to = "2026-03-04" }, new { from = "2026-03-05", to = "2026-03-05", kind = "strike" }, new { from = "0001-01-01", to = "2026-03-05" } })
        {
            await person.PostAsync("/api/time-off", body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }
    }
}
