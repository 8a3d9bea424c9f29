using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Favourites;

public sealed class MarkFavouriteTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_favourite_comes_behind_the_others_and_moves_beside_any_of_them()
    {
        var person = await places.Api.RegisterAsync("Fay");
        var (a, b, c) = (await OwnAsync(person, "A"), await OwnAsync(person, "B"), await OwnAsync(person, "C"));
        foreach (var project in new[] { a, b, c })
        {
            var marked = await person.PutAsync($"/api/projects/{project}/favourite", new { }).JsonAsync();
            Assert.Equal(["projectId", "addedAt"], marked.Names());
        }

        await MoveAsync(person, c, new { beforeId = a });
        Assert.Equal([c, a, b], await person.FavouritesAsync());
        await MoveAsync(person, c, new { afterId = a });
        Assert.Equal([a, c, b], await person.FavouritesAsync());
        await MoveAsync(person, c, new { });
        Assert.Equal([a, c, b], await person.FavouritesAsync());
        await MoveAsync(person, a, new { afterId = b });
        Assert.Equal([c, b, a], await person.FavouritesAsync());
    }

    [Fact]
    public async Task Two_people_have_each_their_own()
    {
        var path = await places.TeamProjectAsync();
        var id = Guid.Parse(path.Split('/')[^1]);
        await places.Viewer.PutAsync($"{path}/favourite", new { }).JsonAsync();
        Assert.Contains(id, await places.Viewer.FavouritesAsync());
        Assert.DoesNotContain(id, await places.Contributor.FavouritesAsync());
    }

    [Fact]
    public async Task Beside_what_is_none_of_them_nothing_stands()
    {
        var person = await places.Api.RegisterAsync("Fay");
        var (a, b) = (await OwnAsync(person, "A"), await OwnAsync(person, "B"));
        await person.PutAsync($"/api/projects/{a}/favourite", new { beforeId = b }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await person.PutAsync($"/api/projects/{a}/favourite", new { beforeId = a }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await person.PutAsync($"/api/projects/{a}/favourite", new { beforeId = b, afterId = b }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Empty(await person.FavouritesAsync());
    }

    [Fact]
    public async Task A_person_has_a_hundred_at_most()
    {
        var (person, project) = (await places.Api.RegisterAsync("Fay"), Guid.Empty);
        project = await OwnAsync(person, "One more");
        await places.Api.QueryAsync<long>(
            "projects",
            $"""
            with made as (
                insert into project (id, workspace_id, key, name, description, owner_id, color, time_zone, workflow, created_at, updated_at, version)
                select gen_random_uuid(), workspace_id, 'K' || n, name, description, owner_id, color, time_zone, workflow, created_at, updated_at, version
                from project, generate_series(1, 100) n where id = '{project}' returning id),
            marked as (insert into favourite (user_id, project_id, place, added_at) select '{person.Id}', id, 0, now() from made returning 1)
            select count(*) from marked
            """);
        await person.PutAsync($"/api/projects/{project}/favourite", new { }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "too_many_favourites");
    }

    [Fact]
    public async Task The_other_windows_of_the_person_hear_of_it()
    {
        var person = await places.Api.RegisterAsync("Fay");
        var project = await OwnAsync(person, "A");
        await using var hub = await places.Api.ConnectAsync(person);
        await using var others = await places.Api.ConnectAsync(places.Viewer);
        await person.PutAsync($"/api/projects/{project}/favourite", new { }).JsonAsync();
        await Eventually.IsAsync(() => hub.Received("changed").Count > 0);
        var subject = Assert.Single(hub.Received("changed")).GetProperty("subject");
        Assert.Equal(("favourites", person.Id), (subject.Text("kind"), subject.Id()));
        Assert.Empty(others.Received("changed"));
    }

    [Fact]
    public async Task Who_is_erased_has_none()
    {
        var person = await places.Api.RegisterAsync("Fay");
        var path = await places.TeamProjectAsync();
        await places.Owner.PostAsync($"{path}/members", new { userId = person.Id, role = "viewer" }).JsonAsync(HttpStatusCode.Created);
        await person.PutAsync($"{path}/favourite", new { }).JsonAsync();
        await places.Api.EraseAsync(person);
        Assert.Equal(0, await places.Api.QueryAsync<long>("projects", $"select count(*) from favourite where user_id = '{person.Id}'"));
    }

    private static async Task<Guid> OwnAsync(Person person, string name) =>
        (await person.PostAsync("/api/projects", new { name }).JsonAsync(HttpStatusCode.Created)).Id();

    private static async Task MoveAsync(Person person, Guid project, object body) =>
        await person.PutAsync($"/api/projects/{project}/favourite", body).JsonAsync();
}
