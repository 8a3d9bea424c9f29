using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Timers;

public sealed class StartTimerTests(Places places, WaymarkApi api) : IClassFixture<Places>
{
    [Fact]
    public async Task A_person_has_one_timer_and_starting_another_logs_the_first()
    {
        var (person, projectId) = await MemberAsync();
        var first = await person.PostAsync("/api/timer", new { projectId, note = "First" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(JsonValueKind.Null, first.GetProperty("logged").ValueKind);

        var second = await person.PostAsync("/api/timer", new { projectId, note = "Second" }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(("First", 1, person.Id), (second.GetProperty("logged").Text("note"), second.GetProperty("logged").Number("minutes"), second.GetProperty("logged").Id("userId")));
        Assert.Equal("Second", (await person.ReadAsync("/api/timer")).GetProperty("running").Text("note"));
        Assert.Single((await person.ReadAsync($"/api/projects/{projectId}/time-entries")).Items());
    }

    [Fact]
    public async Task Two_starts_at_once_leave_one_timer()
    {
        var (person, projectId) = await MemberAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => person.PostAsync("/api/timer", new { projectId })));

        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        var logged = (await person.ReadAsync($"/api/projects/{projectId}/time-entries")).Items().Count;
        Assert.Equal(answers.Count(a => a.StatusCode == HttpStatusCode.Created) - 1, logged);
    }

    [Fact]
    public async Task Foreign_projects_foreign_tasks_and_missing_rights_are_refused()
    {
        var (_, projectId) = await MemberAsync();
        await places.Stranger.PostAsync("/api/timer", new { projectId }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.PostAsync("/api/timer", new { projectId }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Contributor.PostAsync("/api/timer", new { projectId, taskId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Contributor.PostAsync("/api/timer", new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    private async Task<(Person Person, string ProjectId)> MemberAsync()
    {
        var path = await places.TeamProjectAsync();
        var person = await api.RegisterAsync("Tim");
        await places.Owner.PostAsync($"{path}/members", new { userId = person.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);
        return (person, path.Split('/')[^1]);
    }
}
