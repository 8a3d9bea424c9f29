using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.TimeSheets;

public sealed class SubmitTimeSheetTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_week_is_handed_in_by_its_person_or_a_manager_once()
    {
        var project = await places.TeamProjectAsync();
        await places.Manager.PostAsync($"{project}/time-entries", new { minutes = 60, date = "2026-03-04" }).JsonAsync(HttpStatusCode.Created);
        await places.Contributor.PostAsync($"{project}/time-entries", new { minutes = 60, date = "2026-03-04" }).JsonAsync(HttpStatusCode.Created);
        var sheets = (await places.Viewer.ReadAsync($"{project}/time-sheets?sort=createdAt")).Items().Select(s => $"{project}/time-sheets/{s.Id()}").ToList();

        await places.Contributor.PostAsync($"{sheets[0]}/submit").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        var submitted = await places.Manager.PostAsync($"{sheets[1]}/submit").JsonAsync();
        Assert.Equal(("submitted", 60, 1L), (submitted.Text("state"), submitted.Number("minutes"), submitted.Version()));
        Assert.Equal(submitted.GetRawText(), (await places.Viewer.ReadAsync(sheets[1])).GetRawText());
        await places.Contributor.PostAsync($"{sheets[1]}/submit").ProblemAsync(HttpStatusCode.UnprocessableEntity, "illegal_time_sheet_step");
        Assert.Equal("open", (await places.Contributor.PostAsync($"{sheets[1]}/reopen").JsonAsync()).Text("state"));
    }
}
