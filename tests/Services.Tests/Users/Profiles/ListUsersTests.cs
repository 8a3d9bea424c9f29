using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Users.Profiles;

public sealed class ListUsersTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task People_are_found_by_a_piece_of_their_name_or_the_beginning_of_their_address()
    {
        var (boss, ann, joanne, _) = await TeamAsync();
        Assert.Equal(["Ann", "Joanne"], await NamesAsync(boss, "query=ANN"));
        Assert.Equal(["Joanne"], await NamesAsync(boss, $"query={joanne.Email[..20]}"));
        Assert.Equal(["Ann", "Boss", "Joanne"], await NamesAsync(ann, ""));
        Assert.Empty(await NamesAsync(boss, "query=%25"));
        Assert.Empty(await NamesAsync(boss, "query=_nn"));
    }

    [Fact]
    public async Task Nobody_from_outside_is_found()
    {
        var (boss, _, _, outsider) = await TeamAsync();
        Assert.Empty(await NamesAsync(boss, $"query={outsider.Email}"));
        Assert.Empty(await NamesAsync(boss, $"ids={outsider.Id}"));
        Assert.Equal([outsider.Name], await NamesAsync(outsider, ""));
    }

    [Fact]
    public async Task Ids_are_resolved_to_names()
    {
        var (boss, ann, joanne, outsider) = await TeamAsync();
        Assert.Equal(["Ann", "Joanne"], await NamesAsync(boss, $"ids={joanne.Id},{outsider.Id}&ids={ann.Id}"));
        await boss.GetAsync("/api/users?ids=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Pages_follow_by_name()
    {
        var (boss, _, _, _) = await TeamAsync();
        var first = await boss.ReadAsync("/api/users?limit=2");
        Assert.Equal(["Ann", "Boss"], first.Items().Select(u => u.Text("displayName")));
        var second = await boss.ReadAsync($"/api/users?limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal(["Joanne"], second.Items().Select(u => u.Text("displayName")));
        Assert.True(second.IsNull("nextCursor"));
        await boss.GetAsync("/api/users?cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await boss.GetAsync("/api/users?limit=201").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    /// <summary>Three in one workspace and one outside, none of whom anybody else knows.</summary>
    private async Task<(Person Boss, Person Ann, Person Joanne, Person Outsider)> TeamAsync()
    {
        var people = await Task.WhenAll(new[] { "Boss", "Ann", "Joanne", "Xan" }.Select(places.Api.RegisterAsync));
        var workspace = await people[0].PostAsync("/api/workspaces", new { name = "Small" }).JsonAsync(HttpStatusCode.Created);
        foreach (var person in people[1..3])
        {
            await people[0].PostAsync($"/api/workspaces/{workspace.Id()}/members", new { userId = person.Id }).JsonAsync(HttpStatusCode.Created);
        }

        return (people[0], people[1], people[2], people[3]);
    }

    private static async Task<IEnumerable<string>> NamesAsync(Person person, string query) =>
        (await person.ReadAsync($"/api/users?{query}")).Items().Select(u => u.Text("displayName"));
}
