using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Timers;

public sealed class StopTimerTests(Places places, WaymarkApi api) : IClassFixture<Places>
{
    [Fact]
    public async Task A_stopped_timer_becomes_an_entry_of_whole_minutes()
    {
        var project = await places.OwnProjectAsync();
        var person = await api.RegisterAsync("Tim");
        await places.Owner.PostAsync($"/api/projects/{project.Id()}/members", new { userId = person.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync("/api/timer", new { projectId = project.Id(), note = "Deep work" }).JsonAsync(HttpStatusCode.Created);
        await api.QueryAsync<long>("projects", $"with t as (update timer set started_at = started_at - interval '61 minutes' where user_id = '{person.Id}') select 1::bigint");

        var stopped = await person.PostAsync("/api/timer/stop").JsonAsync(HttpStatusCode.OK);

        var entry = stopped.GetProperty("logged");
        Assert.Equal(("Deep work", 62), (entry.Text("note"), entry.Number("minutes")));
        Assert.True(stopped.IsNull("running"));
        Assert.Equal(entry.Id(), Assert.Single((await person.ReadAsync($"/api/projects/{project.Id()}/time-entries")).Items()).Id());
        await person.PostAsync("/api/timer/stop").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_discarded_timer_leaves_nothing()
    {
        var project = await places.OwnProjectAsync();
        var person = await api.RegisterAsync("Tim");
        await places.Owner.PostAsync($"/api/projects/{project.Id()}/members", new { userId = person.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);
        await person.PostAsync("/api/timer", new { projectId = project.Id() }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync("/api/timer")).StatusCode);

        await person.DeleteAsync("/api/timer").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await person.ReadAsync($"/api/projects/{project.Id()}/time-entries")).Items());
    }
}
