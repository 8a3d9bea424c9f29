using System.Net;

namespace Waymark.Services.Tests.Projects.DaysOff;

public sealed class DeleteDayOffTests(WaymarkApi api)
{
    [Fact]
    public async Task Days_are_taken_back_by_their_person()
    {
        var (person, other) = (await api.KnownAsync("Cem"), await api.KnownAsync("Mira"));
        var days = $"/api/time-off/{(await person.PostAsync("/api/time-off", new { from = "2026-05-05", to = "2026-05-06" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        await other.DeleteAsync(days).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync(days)).StatusCode);
        await person.DeleteAsync(days).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
