using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Timers;

public sealed class GetTimerTests(Places places, WaymarkApi api) : IClassFixture<Places>
{
    [Fact]
    public async Task A_timer_is_shown_to_its_person_alone()
    {
        var project = await places.OwnProjectAsync();
        var person = await api.RegisterAsync("Tim");
        await places.Owner.PostAsync($"/api/projects/{project.Id()}/members", new { userId = person.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);
        Assert.True((await person.ReadAsync("/api/timer")).IsNull("running"));

        await person.PostAsync("/api/timer", new { projectId = project.Id() }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(project.Id(), (await person.ReadAsync("/api/timer")).GetProperty("running").Id("projectId"));
        Assert.True((await places.Stranger.ReadAsync("/api/timer")).IsNull("running"));
    }
}
