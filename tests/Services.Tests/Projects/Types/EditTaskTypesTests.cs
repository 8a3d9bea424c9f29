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
    public async Task A_type_that_goes_leaves_the_fields_that_belonged_to_it()
    {
        var path = await places.TeamProjectAsync();
        var both = await FieldAsync(new { name = "Severity", type = "number", taskTypes = new[] { "bug", "task" }, required = "completion" });
        var only = await FieldAsync(new { name = "Cause", type = "text", taskTypes = new[] { "bug" }, required = "creation" });
        await places.Manager.PutAsync($"{path}/task-types", new { types = new object[] { new { key = "task", name = "Task" } } }).JsonAsync(HttpStatusCode.OK);

        var (left, free) = (await places.Viewer.ReadAsync($"{path}/custom-fields/{both}"), await places.Viewer.ReadAsync($"{path}/custom-fields/{only}"));
        Assert.Equal(("task", "completion", 2L), (Assert.Single(left.GetProperty("taskTypes").EnumerateArray()).GetString(), left.Text("required"), left.Version()));
        Assert.Equal((0, "never", 2L), (free.GetProperty("taskTypes").GetArrayLength(), free.Text("required"), free.Version()));
        await places.Api.ToldAsync($"custom_field:{only}", "custom_field.created", "custom_field.updated");
        await places.Manager.PatchAsync($"{path}/custom-fields/{both}", new { taskTypes = new[] { "bug" } }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");

        async Task<Guid> FieldAsync(object field) => (await places.Manager.PostAsync($"{path}/custom-fields", field).JsonAsync(HttpStatusCode.Created)).Id();
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
