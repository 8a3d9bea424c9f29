using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Views;

public sealed class GetRollUpTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_roll_up_counts_the_project_and_those_below_it_that_the_caller_sees()
    {
        var (top, middle, bottom) = (await places.TeamProjectAsync("Top"), await places.OwnProjectAsync("Middle"), await places.TeamProjectAsync("Bottom"));
        await places.Owner.PatchAsync(bottom, new { parentId = middle.Id() }).JsonAsync();
        await places.Owner.PatchAsync($"/api/projects/{middle.Id()}", new { parentId = IdOf(top) }).JsonAsync();
        await AddAsync(IdOf(top), new { status = "done", estimateMinutes = 60, startAt = "2026-03-02", dueAt = "2026-03-05" });
        await AddAsync(IdOf(top), new { status = "cancelled", estimateMinutes = 1_000, startAt = "2020-01-01" });
        await AddAsync(middle.Id(), new { estimateMinutes = 30, startAt = "2026-02-01T09:30:00Z" });
        await AddAsync(IdOf(bottom), new { estimateMinutes = 15, dueAt = "2026-04-01" });
        await AddAsync(IdOf(bottom), new { dueAt = "2026-03-20T12:00:00Z", startAt = "2026-03-03" });

        var all = await RollUpAsync(places.Owner, top, projects: 3);
        Assert.Equal((1, 4, 25), ProgressOf(all));
        Assert.Equal((105, 60), (all.Number("estimateMinutes"), all.Number("completedEstimateMinutes")));
        Assert.Equal(("2026-02-01T09:30:00Z", "2026-04-01"), (all.Text("earliestStart"), all.Text("latestDue")));
        Assert.Equal([(IdOf(top), 0, 1), (middle.Id(), 1, 1), (IdOf(bottom), 2, 2)], Shares(all).Select(s => (s.Id("projectId"), s.Number("level"), s.GetProperty("progress").Number("total"))));

        // The way leads through what the viewer does not see.
        var seen = await RollUpAsync(places.Viewer, top, projects: 2);
        Assert.Equal((1, 3, 33), ProgressOf(seen));
        Assert.Equal(("2026-03-02", "2026-04-01"), (seen.Text("earliestStart"), seen.Text("latestDue")));
        await places.Stranger.GetAsync($"{top}/roll-up").ProblemAsync(HttpStatusCode.NotFound, "not_found");

        await places.Owner.DeleteAsync($"/api/projects/{middle.Id()}").JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal((1, 1, 100), ProgressOf(await RollUpAsync(places.Owner, top, projects: 1)));
        await places.Owner.PostAsync($"/api/projects/{middle.Id()}/restore").JsonAsync(HttpStatusCode.OK);
        await places.Owner.PatchAsync(bottom, new { parentId = (Guid?)null }).JsonAsync();
        Assert.Equal((1, 2, 50), ProgressOf(await RollUpAsync(places.Owner, top, projects: 2)));
    }

    [Fact]
    public async Task A_project_without_tasks_and_without_others_below_it_comes_to_nothing()
    {
        var project = await places.OwnProjectAsync();
        var alone = await places.Owner.ReadAsync($"/api/projects/{project.Id()}/roll-up");
        Assert.Equal(["progress", "estimateMinutes", "completedEstimateMinutes", "earliestStart", "latestDue", "projects"], alone.Names());
        Assert.Equal((0, 0, 0), ProgressOf(alone));
        Assert.True(alone.IsNull("earliestStart") && alone.IsNull("latestDue"));
    }

    private static Guid IdOf(string path) => Guid.Parse(path.Split('/')[^1]);

    private static IEnumerable<JsonElement> Shares(JsonElement rollUp) => rollUp.GetProperty("projects").EnumerateArray();

    private static (int Done, int Total, int Percent) ProgressOf(JsonElement rollUp)
    {
        var progress = rollUp.GetProperty("progress");
        return (progress.Number("done"), progress.Number("total"), progress.Number("percent"));
    }

    private async Task AddAsync(Guid projectId, object members)
    {
        var body = JsonSerializer.SerializeToNode(members)!.AsObject();
        (body["projectId"], body["title"]) = (projectId.ToString(), "A task");
        await places.Owner.PostAsync("/api/tasks", body).JsonAsync(HttpStatusCode.Created);
    }

    /// <summary>The roll-up, as soon as the service of tasks has heard which projects stand below.</summary>
    private static Task<JsonElement> RollUpAsync(Person person, string path, int projects) =>
        Eventually.GetAsync(() => person.ReadAsync($"{path}/roll-up"), rollUp => Shares(rollUp).Count() == projects);
}
