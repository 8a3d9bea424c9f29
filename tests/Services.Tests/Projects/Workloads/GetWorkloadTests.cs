using System.Globalization;
using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Workloads;

public sealed class GetWorkloadTests(Places places, WaymarkApi api) : IClassFixture<Places>
{
    [Fact]
    public async Task Plans_of_all_projects_are_weighed_against_hours_and_days_off()
    {
        var person = await api.RegisterAsync("Wim");
        var (project, secret) = (await places.TeamProjectAsync(), $"/api/projects/{(await places.OwnProjectAsync()).Id()}");
        foreach (var (path, hoursPerWeek, to) in new[] { (project, 20, "2026-03-31"), (secret, 10, "2026-03-03") })
        {
            await places.Owner.PostAsync($"{path}/members", new { userId = person.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);
            await places.Owner.PostAsync($"{path}/allocations", new { userId = person.Id, hoursPerWeek, from = "2026-03-02", to }).JsonAsync(HttpStatusCode.Created);
        }

        await person.PutAsync("/api/capacity", new { hoursPerWeek = 30 }).JsonAsync();
        await person.PostAsync("/api/time-off", new { from = "2026-03-05", to = "2026-03-08" }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync("/api/time-off", new { from = "2026-03-04", to = "2026-03-05", part = "morning" }).JsonAsync(HttpStatusCode.Created);

        var mine = (await places.Viewer.ReadAsync($"{project}/workload?from=2026-03-04&weeks=2")).Items().Single(p => p.Id("userId") == person.Id);
        Assert.Equal(
            ["2026-03-02: 24 of 15 with 15 off", "2026-03-09: 20 of 30 with 0 off"],
            mine.GetProperty("weeks").EnumerateArray().Select(w => $"{w.Text("week")}: {Hours(w, "plannedHours")} of {Hours(w, "capacityHours")} with {Hours(w, "timeOffHours")} off"));
        Assert.Equal([true, false], mine.GetProperty("weeks").EnumerateArray().Select(w => w.GetProperty("isOver").GetBoolean()));
        var seen = Assert.Single(mine.GetProperty("weeks")[0].GetProperty("projects").EnumerateArray());
        Assert.Equal((project.Split('/')[^1], 20m), (seen.Text("projectId"), seen.GetProperty("hours").GetDecimal()));

        await places.Viewer.GetAsync($"{project}/workload?weeks=27").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Stranger.GetAsync($"{project}/workload").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static string Hours(JsonElement week, string member) => week.GetProperty(member).GetDecimal().ToString("0.##", CultureInfo.InvariantCulture);
}
