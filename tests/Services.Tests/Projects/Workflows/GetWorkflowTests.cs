using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Workflows;

public sealed class GetWorkflowTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_new_project_has_the_usual_states_and_every_move_is_legal()
    {
        var path = await places.TeamProjectAsync();
        var workflow = await places.Viewer.ReadAsync($"{path}/workflow");
        var states = workflow.GetProperty("states").EnumerateArray().ToList();
        Assert.Equal(["key", "name", "category", "order", "next"], states[0].Names());
        Assert.Equal(["backlog", "todo", "in_progress", "in_review", "done", "cancelled"], states.Select(s => s.Text("key")));
        Assert.Equal(["backlog", "unstarted", "started", "started", "completed", "cancelled"], states.Select(s => s.Text("category")));
        Assert.Equal([0, 1, 2, 3, 4, 5], states.Select(s => s.Number("order")));
        Assert.All(states, s => Assert.Equal(0, s.GetProperty("next").GetArrayLength()));
        await places.Stranger.GetAsync($"{path}/workflow").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
