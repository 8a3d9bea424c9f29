using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Types;

public sealed class EditTaskTypesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Types_are_replaced_and_read_alike()
    {
        var path = await places.TeamProjectAsync();
        var body = new { types = new object[] { new { key = "order", name = " Order ", icon = "bread", color = "#112233" }, new { key = "repair", name = "Repair" } } };
        await places.Contributor.PutAsync($"{path}/task-types", body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        var types = await places.Manager.PutAsync($"{path}/task-types", body).JsonAsync(HttpStatusCode.OK);
        var list = types.GetProperty("types").EnumerateArray().ToList();
        Assert.Equal([("order", "Order", "bread", "#112233")], list.Take(1).Select(t => (t.Text("key"), t.Text("name"), t.Text("icon"), t.Text("color"))));
        Assert.Equal("repair", list[1].Text("key"));
        Assert.Equal(types.GetRawText(), (await places.Viewer.ReadAsync($"{path}/task-types")).GetRawText());
    }

    [Fact]
    public async Task Types_that_are_none_are_refused()
    {
        var path = await places.TeamProjectAsync();
        foreach (var types in new object[][] { [], [new { key = "A", name = "x" }], [new { key = "a" }], [new { key = "a", name = "x" }, new { key = "a", name = "y" }], [new { key = "a", name = "x", color = "red" }] })
        {
            await places.Manager.PutAsync($"{path}/task-types", new { types }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        await places.Manager.PutAsync($"{path}/task-types", new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }
}
