using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Types;

public sealed class GetTaskTypesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_new_project_has_the_usual_types()
    {
        var path = await places.TeamProjectAsync();
        var types = (await places.Viewer.ReadAsync($"{path}/task-types")).GetProperty("types").EnumerateArray().ToList();
        Assert.Equal(["key", "name", "icon", "color"], types[0].Names());
        Assert.Equal(["task", "bug", "feature"], types.Select(t => t.Text("key")));
        await places.Stranger.GetAsync($"{path}/task-types").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
