using System.Net;
using System.Text.Json;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Communication.Commenting;

public sealed class DeleteCommentTests(WaymarkApi api)
{
    [Fact]
    public async Task A_deleted_comment_keeps_its_place_without_its_text()
    {
        var (author, manager, contributor) = (api.Someone(), api.Someone(), api.Someone());
        var task = await CommentedTask.CreateAsync(
            api, (author, ProjectRoles.Contributor), (manager, ProjectRoles.Manager), (contributor, ProjectRoles.Contributor));
        var (one, two) = (await task.AddAsync(author, "one"), await task.AddAsync(author, "two"));

        await contributor.DeleteAsync($"/api/comments/{one.Id()}").RefusedAsync(HttpStatusCode.Forbidden, "forbidden");
        await manager.DeleteAsync($"/api/comments/{one.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await author.DeleteAsync($"/api/comments/{two.Id()}").JsonAsync(HttpStatusCode.NoContent);

        var items = (await contributor.ReadAsync($"{task.Comments}?sort=createdAt")).Items();
        Assert.Equal([one.Id(), two.Id()], items.Select(i => i.Id()));
        Assert.All(items, item =>
        {
            Assert.Equal(JsonValueKind.Null, item.GetProperty("body").ValueKind);
            Assert.NotEqual(JsonValueKind.Null, item.GetProperty("deletedAt").ValueKind);
        });
        await manager.DeleteAsync($"/api/comments/{one.Id()}").RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await author.GetAsync($"/api/comments/{one.Id()}").RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await task.IsCountedAsync(contributor, 0);
        Assert.Equal(0L, await api.QueryAsync<long>("communication", $"select count(body) from comment where id in ('{one.Id()}', '{two.Id()}')"));
    }

    [Fact]
    public async Task Who_knows_an_older_version_deletes_nothing()
    {
        var task = await CommentedTask.CreateAsync(api);
        var path = $"/api/comments/{(await task.AddAsync("x")).Id()}";
        await task.Owner.PutAsync(path, new { body = "y" }).JsonAsync(HttpStatusCode.OK);

        await task.Owner.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"1\"")).RefusedAsync(HttpStatusCode.PreconditionFailed, "stale_version");

        Assert.Equal("y", (await task.Owner.ReadAsync(path)).Text("body"));
        await task.Owner.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"2\"")).JsonAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Strangers_find_no_comment_and_viewers_may_not_delete_one()
    {
        var (viewer, stranger) = (api.Someone(), api.Someone());
        var task = await CommentedTask.CreateAsync(api, (viewer, ProjectRoles.Viewer));
        var path = $"/api/comments/{(await task.AddAsync("x")).Id()}";

        await stranger.DeleteAsync(path).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await viewer.DeleteAsync(path).RefusedAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal("x", (await viewer.ReadAsync(path)).Text("body"));
    }

    [Fact]
    public async Task A_reply_outlives_the_comment_that_it_answers()
    {
        var task = await CommentedTask.CreateAsync(api);
        var parent = await task.AddAsync("Question");
        var reply = await task.AddAsync("Answer", parent.Id());

        await task.Owner.DeleteAsync($"/api/comments/{parent.Id()}").JsonAsync(HttpStatusCode.NoContent);

        Assert.Equal(reply.GetRawText(), (await task.Owner.ReadAsync($"/api/comments/{reply.Id()}")).GetRawText());
        await task.IsCountedAsync(task.Owner, 1);
    }
}
