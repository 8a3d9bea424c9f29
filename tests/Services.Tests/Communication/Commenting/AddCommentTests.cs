using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Communication.Commenting;

public sealed class AddCommentTests(WaymarkApi api)
{
    [Fact]
    public async Task A_task_can_be_commented_in_the_moment_in_which_it_was_made()
    {
        var task = await CommentedTask.CreateAsync(api);

        using var created = await task.Owner.PostAsync(task.Comments, new { body = "First!" });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var comment = await created.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal($"/api/comments/{comment.Id()}", created.Headers.Location!.ToString());
        Assert.Equal($"\"{comment.GetProperty("version").GetInt64()}\"", created.Headers.ETag!.Tag);
        Assert.Equal(
            ["id", "taskId", "parentId", "authorId", "body", "mentionedUserIds", "createdAt", "editedAt", "deletedAt", "version"],
            comment.EnumerateObject().Select(p => p.Name));
        Assert.Equal((task.Id, task.Owner.Id, "First!"), (comment.Id("taskId"), comment.Id("authorId"), comment.Text("body")));
        Assert.Equal(comment.GetRawText(), (await task.Owner.ReadAsync($"/api/comments/{comment.Id()}")).GetRawText());
        Assert.Equal(comment.GetRawText(), Assert.Single((await task.Owner.ReadAsync(task.Comments)).Items()).GetRawText());
        await task.IsCountedAsync(task.Owner, 1);
    }

    [Fact]
    public async Task A_reply_belongs_to_a_comment_of_the_same_task()
    {
        var task = await CommentedTask.CreateAsync(api);
        var other = await task.Project.AddTaskAsync();
        var parent = await task.AddAsync("Question");

        var reply = await task.AddAsync("Answer", parent.Id());

        Assert.Equal(parent.Id(), reply.Id("parentId"));
        await task.Owner.PostAsync($"/api/tasks/{other.Id()}/comments", new { body = "x", parentId = parent.Id() })
            .RefusedAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Strangers_find_no_task_and_viewers_may_not_write()
    {
        var (viewer, stranger) = (api.Someone(), api.Someone());
        var task = await CommentedTask.CreateAsync(api, (viewer, ProjectRoles.Viewer));
        using var anonymous = api.Anonymous();

        await viewer.PostAsync(task.Comments, new { body = "x" }).RefusedAsync(HttpStatusCode.Forbidden, "forbidden");
        await stranger.PostAsync(task.Comments, new { body = "x" }).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await anonymous.PostAsJsonAsync(task.Comments, new { body = "x" }).RefusedAsync(HttpStatusCode.Unauthorized, "invalid_token");
        Assert.Empty((await task.Owner.ReadAsync(task.Comments)).Items());
    }

    [Fact]
    public async Task A_task_in_the_trash_takes_no_comments()
    {
        var task = await CommentedTask.CreateAsync(api);
        var comment = await task.AddAsync("x");
        await task.Owner.DeleteAsync($"/api/tasks/{task.Id}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(() => task.Owner.GetAsync($"/api/comments/{comment.Id()}"), a => a.StatusCode == HttpStatusCode.NotFound);

        await task.Owner.PostAsync(task.Comments, new { body = "x" }).RefusedAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("""{"body": ""}""")]
    [InlineData("""{"body": "  \n"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"body": null}""")]
    [InlineData("""{"body": 7}""")]
    [InlineData("""{"body": "a\u0000b"}""")]
    [InlineData("""{"body": "x", "parentId": "no id"}""")]
    [InlineData("""[]""")]
    public async Task A_malformed_comment_is_refused(string json)
    {
        var task = await CommentedTask.CreateAsync(api);
        using var body = new StringContent(json, Encoding.UTF8, "application/json");

        await task.Owner.Client.PostAsync(task.Comments, body).JsonAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_longest_body_is_kept_as_it_is_and_a_longer_one_refused()
    {
        var task = await CommentedTask.CreateAsync(api);
        var longest = "  # <b>Ümlaut</b>\n" + new string('x', 19_981) + "\n";

        Assert.Equal(longest, (await task.AddAsync(longest)).Text("body"));
        await task.Owner.PostAsync(task.Comments, new { body = longest + "x" }).RefusedAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Only_members_are_mentioned_and_told()
    {
        var (ada, stranger) = (api.Someone(), api.Someone());
        var task = await CommentedTask.CreateAsync(api, (ada, ProjectRoles.Viewer));

        var comment = await task.AddAsync($"@[Who](user:{stranger.Id}) @[Ada](user:{ada.Id}) @[Ada](user:{ada.Id})");

        Assert.Equal([ada.Id], comment.GetProperty("mentionedUserIds").EnumerateArray().Select(e => e.GetGuid()));
        var told = await Eventually.GetAsync(
            () => api.QueryAsync<Guid[]>("notifications", $"select coalesce(array_agg(user_id), '{{}}') from notification where comment_id = '{comment.Id()}'"),
            users => users.Length >= 1);
        Assert.Equal([ada.Id], told);
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_comments_once()
    {
        var task = await CommentedTask.CreateAsync(api);
        task.Owner.Client.DefaultRequestHeaders.Add("Idempotency-Key", "once");

        var first = await task.AddAsync("x");
        var second = await task.AddAsync("x");

        Assert.Equal(first.Id(), second.Id());
        Assert.Single((await task.Owner.ReadAsync(task.Comments)).Items());
    }
}
