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
