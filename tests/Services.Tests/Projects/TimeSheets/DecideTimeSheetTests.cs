using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.TimeSheets;

public sealed class DecideTimeSheetTests(Places places, WaymarkApi api) : IClassFixture<Places>
{
    [Fact]
    public async Task An_approved_week_takes_no_time_until_a_manager_reopens_it()
    {
        var project = await places.TeamProjectAsync();
        var entries = $"{project}/time-entries";
        var entry = $"{entries}/{(await places.Contributor.PostAsync(entries, new { minutes = 60, date = "2026-03-04", billable = true }).JsonAsync(HttpStatusCode.Created)).Id()}";
        var later = $"{entries}/{(await places.Contributor.PostAsync(entries, new { minutes = 30, date = "2026-03-09" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        var sheet = $"{project}/time-sheets/{Assert.Single((await places.Viewer.ReadAsync($"{project}/time-sheets?week=2026-03-08")).Items()).Id()}";

        await places.Manager.PostAsync($"{sheet}/approve").ProblemAsync(HttpStatusCode.UnprocessableEntity, "illegal_time_sheet_step");
        await places.Contributor.PostAsync($"{sheet}/submit").JsonAsync();
        await places.Contributor.PostAsync($"{sheet}/approve").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Manager.PostAsync($"{sheet}/reject", new { reason = " " }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        var rejected = await places.Manager.PostAsync($"{sheet}/reject", new { reason = "Which task?" }).JsonAsync();
        Assert.Equal(("rejected", "Which task?", places.Manager.Id), (rejected.Text("state"), rejected.Text("reason"), rejected.Id("decidedById")));
        await places.Contributor.PatchAsync(entry, new { minutes = 90 }).JsonAsync();
        await places.Contributor.PostAsync($"{sheet}/submit").JsonAsync();
        var approved = await places.Manager.PostAsync($"{sheet}/approve").JsonAsync();
        Assert.Equal(("approved", 90, 90), (approved.Text("state"), approved.Number("minutes"), approved.Number("billableMinutes")));

        foreach (var write in new[]
        {
            places.Contributor.PostAsync(entries, new { minutes = 5, date = "2026-03-02" }), places.Contributor.PatchAsync(entry, new { minutes = 5 }),
            places.Contributor.PatchAsync(later, new { date = "2026-03-08" }), places.Manager.DeleteAsync(entry),
        })
        {
            await write.ProblemAsync(HttpStatusCode.UnprocessableEntity, "time_sheet_locked");
        }

        await places.Contributor.PostAsync($"{sheet}/reopen").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal("open", (await places.Manager.PostAsync($"{sheet}/reopen").JsonAsync()).Text("state"));
        Assert.Equal(HttpStatusCode.NoContent, (await places.Contributor.DeleteAsync(entry)).StatusCode);
        await api.ToldAsync(
            $"time_sheet:{approved.Id()}", "time_sheet.submitted", "time_sheet.rejected", "time_sheet.submitted", "time_sheet.approved", "time_sheet.reopened");
    }

    [Fact]
    public async Task Nobody_approves_their_own_time_but_an_owner_whom_nobody_could_stand_in_for()
    {
        var team = await places.TeamProjectAsync();
        var shared = await SubmittedAsync(places.Manager, team, "2026-03-04");
        await places.Manager.PostAsync($"{shared}/approve").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal("approved", (await places.Owner.PostAsync($"{shared}/approve").JsonAsync()).Text("state"));
        var owners = await SubmittedAsync(places.Owner, team, "2026-03-04");
        await places.Owner.PostAsync($"{owners}/approve").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        var alone = await SubmittedAsync(places.Owner, $"/api/projects/{(await places.OwnProjectAsync()).Id()}", "2026-03-04");
        Assert.Equal("approved", (await places.Owner.PostAsync($"{alone}/approve").JsonAsync()).Text("state"));
    }

    [Fact]
    public async Task A_timer_does_not_stop_into_an_approved_week()
    {
        var project = await places.OwnProjectAsync();
        var person = await api.RegisterAsync("Tim");
        await places.Owner.PostAsync($"/api/projects/{project.Id()}/members", new { userId = person.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync("/api/timer", new { projectId = project.Id() }).JsonAsync(HttpStatusCode.Created);
        const string today = "2026-03-04";
        var sheet = await SubmittedAsync(person, $"/api/projects/{project.Id()}", today);
        await places.Owner.PostAsync($"{sheet}/approve").JsonAsync();
        await api.QueryAsync<long>("projects", $"with t as (update timer set started_at = '{today}T12:00Z' where user_id = '{person.Id}') select 1::bigint");

        await person.PostAsync("/api/timer/stop").ProblemAsync(HttpStatusCode.UnprocessableEntity, "time_sheet_locked");
        await person.PostAsync("/api/timer", new { projectId = project.Id() }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "time_sheet_locked");
        Assert.False((await person.ReadAsync("/api/timer")).IsNull("running"));
    }

    private static async Task<string> SubmittedAsync(Person person, string project, string date)
    {
        await person.PostAsync($"{project}/time-entries", new { minutes = 60, date }).JsonAsync(HttpStatusCode.Created);
        var sheet = $"{project}/time-sheets/{Assert.Single((await person.ReadAsync($"{project}/time-sheets?userId=me")).Items()).Id()}";
        await person.PostAsync($"{sheet}/submit").JsonAsync();
        return sheet;
    }
}
