using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.TimeEntries;

public sealed class ListTimeEntriesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Person_task_and_days_narrow_the_list()
    {
        var project = await places.TeamProjectAsync();
        var path = $"{project}/time-entries";
        var task = (await places.Contributor.PostAsync("/api/tasks", new { projectId = project.Split('/')[^1], title = "Work" }).JsonAsync(HttpStatusCode.Created)).Id();
        await places.Contributor.PostAsync(path, new { taskId = task, minutes = 1, date = "2026-03-01" }).JsonAsync(HttpStatusCode.Created);
        await places.Contributor.PostAsync(path, new { minutes = 2, date = "2026-03-02" }).JsonAsync(HttpStatusCode.Created);
        await places.Manager.PostAsync(path, new { minutes = 3, date = "2026-03-03" }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal([3, 2, 1], await MinutesAsync(path, ""));
        Assert.Equal([1], await MinutesAsync(path, $"?taskId={task}"));
        Assert.Equal([3], await MinutesAsync(path, $"?userId={places.Manager.Id}"));
        Assert.Equal([2, 1], (await places.Contributor.ReadAsync($"{path}?userId=me")).Items().Select(e => e.Number("minutes")));
        Assert.Equal([2], await MinutesAsync(path, "?from=2026-03-02&to=2026-03-02"));
    }

    [Fact]
    public async Task Wrong_questions_are_refused_and_strangers_see_nothing()
    {
        var path = $"{await places.TeamProjectAsync()}/time-entries";
        await places.Viewer.GetAsync($"{path}?userId=somebody").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Viewer.GetAsync($"{path}?from=soon").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Stranger.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private async Task<IEnumerable<int>> MinutesAsync(string path, string query) =>
        (await places.Viewer.ReadAsync(path + query)).Items().Select(e => e.Number("minutes"));
}
