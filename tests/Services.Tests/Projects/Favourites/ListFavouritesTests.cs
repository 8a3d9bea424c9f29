using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Favourites;

public sealed class ListFavouritesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task What_is_archived_or_deleted_or_left_is_not_shown_and_keeps_its_place()
    {
        var person = await places.Api.RegisterAsync("Lea");
        var paths = new List<string>();
        foreach (var name in new[] { "Left", "Archived", "Deleted", "Stays" })
        {
            var path = await places.TeamProjectAsync(name);
            await places.Owner.PostAsync($"{path}/members", new { userId = person.Id, role = "viewer" }).JsonAsync(HttpStatusCode.Created);
            await person.PutAsync($"{path}/favourite", new { }).JsonAsync();
            paths.Add(path);
        }

        var ids = paths.ConvertAll(p => Guid.Parse(p.Split('/')[^1]));
        Assert.Equal(ids, await person.FavouritesAsync());
        await person.DeleteAsync($"{paths[0]}/members/{person.Id}").JsonAsync(HttpStatusCode.NoContent);
        await places.Owner.PostAsync($"{paths[1]}/archive").JsonAsync();
        await places.Owner.DeleteAsync(paths[2]).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal([ids[3]], await person.FavouritesAsync());

        await places.Owner.PostAsync($"{paths[1]}/unarchive").JsonAsync();
        await places.Owner.PostAsync($"{paths[2]}/restore").JsonAsync();
        Assert.Equal(ids[1..], await person.FavouritesAsync());
    }

    [Fact]
    public async Task Pages_follow_each_other_and_wrong_cursors_are_refused()
    {
        var person = await places.Api.RegisterAsync("Lea");
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await person.PostAsync("/api/projects", new { name = $"Project {i}" }).JsonAsync(HttpStatusCode.Created)).Id());
            await person.PutAsync($"/api/projects/{ids[^1]}/favourite", new { }).JsonAsync();
        }

        var first = await person.ReadAsync("/api/projects/favourites?limit=2");
        Assert.Equal(ids[..2], first.Items().Select(f => f.Id("projectId")));
        var rest = await person.ReadAsync($"/api/projects/favourites?limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal(ids[2..], rest.Items().Select(f => f.Id("projectId")));
        Assert.True(rest.IsNull("nextCursor"));
        await person.GetAsync("/api/projects/favourites?cursor=nonsense").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await person.GetAsync("/api/projects/favourites?limit=0").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }
}

internal static class FavouriteReading
{
    /// <summary>The projects of a person's favourites, in their order.</summary>
    public static async Task<List<Guid>> FavouritesAsync(this Person person) =>
        [.. (await person.ReadAsync("/api/projects/favourites")).Items().Select(f => f.Id("projectId"))];
}
