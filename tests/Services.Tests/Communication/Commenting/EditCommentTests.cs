using System.Net;
using System.Text.Json;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Communication.Commenting;

public sealed class EditCommentTests(WaymarkApi api)
{
    private static readonly (string, string) FirstVersion = ("If-Match", "\"1\"");

    [Fact]
    public async Task The_author_alone_edits()
    {
        var manager = api.Someone();
        var task = await CommentedTask.CreateAsync(api, (manager, ProjectRoles.Manager));
        var comment = await task.AddAsync("Frist");
        var path = $"/api/comments/{comment.Id()}";

        await manager.PutAsync(path, new { body = "x" }).RefusedAsync(HttpStatusCode.Forbidden, "forbidden");
        await manager.PatchAsync(path, new { body = "x" }).RefusedAsync(HttpStatusCode.Forbidden, "forbidden");
        var edited = await task.Owner.SendAsync(HttpMethod.Put, path, new { body = "First " }, FirstVersion).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("First ", edited.Text("body"));
        Assert.Equal(2, edited.GetProperty("version").GetInt64());
        Assert.NotEqual(JsonValueKind.Null, edited.GetProperty("editedAt").ValueKind);
        Assert.Equal(edited.GetRawText(), (await task.Owner.ReadAsync(path)).GetRawText());
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_only_the_version_that_it_knows()
    {
        var task = await CommentedTask.CreateAsync(api);
        var path = $"/api/comments/{(await task.AddAsync("Frist")).Id()}";

        var edited = await task.Owner.SendAsync(HttpMethod.Patch, path, new { body = "First" }, FirstVersion).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(("First", 2), (edited.Text("body"), edited.GetProperty("version").GetInt32()));
        await task.Owner.SendAsync(HttpMethod.Patch, path, new { body = "x" }, FirstVersion).RefusedAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await task.Owner.PatchAsync(path, new { body = (string?)null }).RefusedAsync(HttpStatusCode.BadRequest, "invalid");
        var unchanged = await task.Owner.PatchAsync(path, new { }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(edited.GetRawText(), unchanged.GetRawText());
    }

    [Fact]
    public async Task What_could_not_be_written_cannot_be_put_in_its_place()
    {
        var task = await CommentedTask.CreateAsync(api);
        var path = $"/api/comments/{(await task.AddAsync("x")).Id()}";

        foreach (var body in (string?[])[null, "", " \n", new string('x', 20_001)])
        {
            await task.Owner.PutAsync(path, new { body }).RefusedAsync(HttpStatusCode.BadRequest, "invalid");
        }

        Assert.Equal("x", (await task.Owner.ReadAsync(path)).Text("body"));
    }

    [Fact]
    public async Task Strangers_find_no_comment_to_edit()
    {
        var stranger = api.Someone();
        var task = await CommentedTask.CreateAsync(api);
        var path = $"/api/comments/{(await task.AddAsync("x")).Id()}";

        await stranger.PutAsync(path, new { body = "y" }).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await stranger.PatchAsync(path, new { body = "y" }).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal("x", (await task.Owner.ReadAsync(path)).Text("body"));
    }

    [Fact]
    public async Task Only_members_are_mentioned_and_each_is_told_once()
    {
        var (ada, bo, stranger) = (api.Someone(), api.Someone(), api.Someone());
        var task = await CommentedTask.CreateAsync(api, (ada, ProjectRoles.Viewer), (bo, ProjectRoles.Viewer));
        var comment = await task.AddAsync($"@[Ada](user:{ada.Id}) @[Who](user:{stranger.Id})");
        Assert.Equal([ada.Id], Mentioned(comment));

        var edited = await task.Owner.PutAsync($"/api/comments/{comment.Id()}", new { body = $"@[Ada](user:{ada.Id}) @[Bo](user:{bo.Id})" }).JsonAsync(HttpStatusCode.OK);

        Assert.Equal([ada.Id, bo.Id], Mentioned(edited));
        var told = await Eventually.GetAsync(
            () => api.QueryAsync<Guid[]>("notifications", $"select coalesce(array_agg(user_id order by at), '{{}}') from notification where comment_id = '{comment.Id()}'"),
            users => users.Length >= 2);
        Assert.Equal([ada.Id, bo.Id], told);
    }

    private static IEnumerable<Guid> Mentioned(JsonElement comment) => comment.GetProperty("mentionedUserIds").EnumerateArray().Select(e => e.GetGuid());
}
