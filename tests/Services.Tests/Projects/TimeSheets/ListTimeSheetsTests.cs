using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.TimeSheets;

public sealed class ListTimeSheetsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Each_week_of_a_person_is_one_sheet_with_its_minutes()
    {
        var project = await places.TeamProjectAsync();
        foreach (var (person, minutes, date) in new[] { (places.Contributor, 60, "2026-03-02"), (places.Contributor, 30, "2026-03-08"), (places.Contributor, 5, "2026-03-09"), (places.Manager, 7, "2026-03-05") })
        {
            await person.PostAsync($"{project}/time-entries", new { minutes, date, billable = minutes == 30 }).JsonAsync(HttpStatusCode.Created);
        }

        var sheet = Assert.Single((await places.Viewer.ReadAsync($"{project}/time-sheets?week=2026-03-04&userId={places.Contributor.Id}")).Items());
        Assert.Equal(("2026-03-02", "open", 90, 30, 0L), (sheet.Text("week"), sheet.Text("state"), sheet.Number("minutes"), sheet.Number("billableMinutes"), sheet.Version()));
        Assert.Equal([7, 5, 90], (await places.Viewer.ReadAsync($"{project}/time-sheets")).Items().Select(s => s.Number("minutes")));
        Assert.Empty((await places.Viewer.ReadAsync($"{project}/time-sheets?state=approved")).Items());
        await places.Viewer.GetAsync($"{project}/time-sheets?state=lost").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Stranger.GetAsync($"{project}/time-sheets").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
