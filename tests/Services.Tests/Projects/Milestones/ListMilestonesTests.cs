using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Milestones;

public sealed class ListMilestonesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Pages_follow_each_other_in_both_directions_and_hold_everything_once()
    {
        var path = $"{await places.TeamProjectAsync()}/milestones";
        for (var i = 1; i <= 5; i++)
        {
            await places.Manager.PostAsync(path, new { name = $"M{i}" }).JsonAsync(HttpStatusCode.Created);
        }

        Assert.Equal(["M1", "M2", "M3", "M4", "M5"], await NamesAsync(path, "createdAt"));
        Assert.Equal(["M5", "M4", "M3", "M2", "M1"], await NamesAsync(path, "-createdAt"));
    }

    [Fact]
    public async Task Each_tells_how_far_its_tasks_are()
    {
        var project = await places.TeamProjectAsync();
        var milestones = new List<Guid>();
        foreach (var name in new[] { "Full", "Empty" })
        {
            milestones.Add((await places.Manager.PostAsync($"{project}/milestones", new { name }).JsonAsync(HttpStatusCode.Created)).Id());
        }

        var tasks = new List<string>();
        foreach (var status in new[] { "done", "todo", "cancelled", "todo" })
        {
            var task = await places.Contributor.PostAsync("/api/tasks", new { projectId = project.Split('/')[^1], title = "Task", status, milestoneId = milestones[0] }).JsonAsync(HttpStatusCode.Created);
            tasks.Add($"/api/tasks/{task.Id()}");
        }

        await ProgressIsAsync("0/0 1/3");
        await places.Contributor.DeleteAsync(tasks[3]);
        await ProgressIsAsync("0/0 1/2");
        await places.Contributor.PatchAsync($"{tasks[1]}/status", new { status = "done" }).JsonAsync();
        await ProgressIsAsync("0/0 2/2");
        await places.Contributor.PatchAsync(tasks[0], new { milestoneId = milestones[1] }).JsonAsync();
        await ProgressIsAsync("1/1 1/1");

        Task ProgressIsAsync(string expected) => Eventually.GetAsync(
            async () => (await places.Viewer.ReadAsync($"{project}/milestones")).Items(),
            found => string.Join(' ', found.Select(m => m.GetProperty("progress")).Select(p => $"{p.Number("done")}/{p.Number("total")}")) == expected);
    }

    [Fact]
    public async Task Wrong_questions_are_refused_and_strangers_see_nothing()
    {
        var path = $"{await places.TeamProjectAsync()}/milestones";
        await places.Viewer.GetAsync($"{path}?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Viewer.GetAsync($"{path}?sort=colour").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Viewer.GetAsync($"{path}?cursor=none").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await places.Stranger.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.GetAsync($"{path}/{Guid.CreateVersion7()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private async Task<List<string?>> NamesAsync(string path, string sort)
    {
        var names = new List<string?>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await places.Viewer.ReadAsync($"{path}?limit=2&sort={sort}{cursor}");
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(m => m.Text("name")));
            cursor = page.Text("nextCursor") is { } next ? $"&cursor={next}" : null;
        }

        return names;
    }
}
