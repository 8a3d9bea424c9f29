using System.Net;

namespace Waymark.Services.Tests.Users.Workspaces;

public sealed class ListWorkspacesTests(WaymarkApi api)
{
    [Fact]
    public async Task The_own_ones_are_listed_newest_first_on_stable_pages()
    {
        var person = await api.RegisterAsync("Lis");
        Assert.Equal(person.Id, Assert.Single((await person.ReadAsync("/api/workspaces")).Items()).Id());
        foreach (var name in new[] { "One", "Two" })
        {
            await person.PostAsync("/api/workspaces", new { name }).JsonAsync(HttpStatusCode.Created);
        }

        Assert.Equal(["Two", "One", "Lis's workspace"], (await person.ReadAsync("/api/workspaces")).Items().Select(w => w.Text("name")));
        var first = await person.ReadAsync("/api/workspaces?sort=createdAt&limit=2");
        Assert.Equal(["Lis's workspace", "One"], first.Items().Select(w => w.Text("name")));
        await person.PostAsync("/api/workspaces", new { name = "Three" }).JsonAsync(HttpStatusCode.Created);
        var second = await person.ReadAsync($"/api/workspaces?sort=createdAt&limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal(["Two", "Three"], second.Items().Select(w => w.Text("name")));
        Assert.True(second.IsNull("nextCursor"));
        await person.GetAsync($"/api/workspaces?cursor={first.Text("nextCursor")}").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Fact]
    public async Task A_wrong_sort_limit_or_cursor_is_refused()
    {
        var person = await api.KnownAsync("Ina");
        await person.GetAsync("/api/workspaces?sort=name").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await person.GetAsync("/api/workspaces?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await person.GetAsync("/api/workspaces?cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }
}
